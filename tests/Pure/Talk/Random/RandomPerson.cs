using Lavka.Kit;
using Lavka.Talk;
using Shouldly;

namespace Lavka.Pure.Talk.Random;

/// <summary>A person who does anything: presses what he sees, presses what he saw long ago, writes nonsense, sends photos, leaves and comes back.</summary>
internal sealed class RandomPerson(Tape tape)
{
    private const int Remembered = 40;

    private static readonly string[] Sayings =
    [
        "7", "Riga", "2,5", "-7", "1e3", "999", "", " ", "\t\n", "Skip", "Yes", "Option 2", "option 1", "Confirm", "So far", "none|none", "/back", "{text}", "<b>{x}</b>&amp;",
        "\uD83D", "\uDE00 after", "👩‍💻", "\u200B", "\u202Eright to left", "שלום עולם", "e\u0301\u0301\u0301", "\0", "#", new string('y', 4096), new string('y', 6000), string.Concat(Enumerable.Repeat("👩‍💻", 900)),
    ];

    private static readonly Tap[] Commands =
    [
        new Tap.Back(), new Tap.Cancel(), new Tap.Skip(), new Tap.Keep(), new Tap.Return(), new Tap.Again("a1"), new Tap.Page("edit"), new Tap.Page("edit/a2"), new Tap.Page(""),
        new Tap.EditPart("a2"), new Tap.Edit(KeyCode.Of("a1")), new Tap.Choose("o1"),
    ];

    private readonly List<string> _buttons = [];

    /// <summary>What he does next: the same deed can be done again elsewhere.</summary>
    public Deed Next(TestChat chat)
    {
        var visible = chat.Message.Rows.SelectMany(row => row).Select(key => key.Data!).Where(data => TapCode.Read(data)!.Value.Tap is not Tap.Leave || tape.Next(8) == 7).ToList();
        _buttons.AddRange(visible);
        if (_buttons.Count > Remembered) _buttons.RemoveRange(0, _buttons.Count - Remembered);
        switch (tape.Next(8))
        {
            case 0 or 1 or 2 when visible.Count > 0:
                return Pressing(chat, tape.Of(visible));
            case 3 when _buttons.Count > 0:
                return Pressing(chat, tape.Of(_buttons));
            case 4 when tape.Next(2) == 0:
                var kind = tape.Of(["photo", "sticker", "voice", "contact", "location"]);
                return new Deed(there => there.Sends(kind));
            case 5:
                var command = tape.Of(Commands);
                return new Deed(there => there.Types(command));
            case 6 when chat.Outcome is Outcome.Needs:
                return tape.Next(3) == 0 ? new Deed(there => there.WorkFails("Failed")) : new Deed(there => there.Work());
            case 6 when tape.Next(4) == 0:
                return new Deed(there => there.Supply("d1/a1#000000000000/0", "+1"));
            case 7 when tape.Next(4) == 0:
                return new Deed(there => there.Interrupt());
            default:
                var saying = tape.Of(Sayings);
                return new Deed(there => there.Say(saying));
        }
    }

    /// <summary>Answers whatever is still open, up to the last review.</summary>
    public static TestChat ComeToReview(TestChat chat)
    {
        chat.Step(new Input.Open());
        for (var steps = 0; !IsAtReview(chat); steps++)
        {
            steps.ShouldBeLessThan(500, $"The end is never reached: {chat.Seen}");
            if (chat.State!.Pane is not null) chat.Stay();
            else if (chat.Outcome is Outcome.Needs) chat.Work();
            else if (chat.State.Page is not null && IsReview(chat)) chat.Back();
            else if (Visible<Tap.Keep>(chat) is { } keep) chat.Press(keep);
            else if (Visible<Tap.Again>(chat) is { } again) chat.Press(again);
            else if (Visible<Tap.Choose>(chat) is { } option) chat.Press(option);
            else chat.Say("7");
        }
        return chat;
    }

    private static bool IsAtReview(TestChat chat) => chat.Prompt.Key == "review" && chat.State is { Pane: null, Page: null };

    private static bool IsReview(TestChat chat) => chat.Prompt.Key.EndsWith("review", StringComparison.Ordinal);

    private static string? Visible<TTap>(TestChat chat) where TTap : Tap =>
        chat.Message.Rows.SelectMany(row => row).Select(key => key.Data!).FirstOrDefault(data => TapCode.Read(data)!.Value.Tap is TTap);

    /// <summary>A button of another dialog never reaches this one: nothing is shown for it.</summary>
    private static Deed Pressing(TestChat chat, string data) =>
        TapCode.Read(data)!.Value.Dialog == chat.State!.Id ? new Deed(there => there.Press(data), data) : new Deed(there => there.Press(data).Step(new Input.Open()), data);
}
