using Lavka.Kit;
using Lavka.Talk;
using Shouldly;

namespace Lavka.Pure.Talk.Random;

/// <summary>A person who does anything: presses what he sees, presses what he saw long ago, writes nonsense, sends photos, leaves and comes back.</summary>
internal sealed class RandomPerson(Tape tape, TestChat chat)
{
    private static readonly string[] Sayings =
        ["7", "Riga", "2,5", "-7", "1e3", "", " ", "Skip", "Yes", "Option 2", "Confirm", "\uD83D", "👩‍💻", "\u200B", "<b>{x}</b>", new string('y', 6000), "none|none",
        "done", "option 1, option 3", "24.12", "24.12 - 27.12", "+7 701 234 56 78", "43.2, 76.8", "Back", "Skip"];

    private static readonly Tap[] Commands = [new Tap.Back(), new Tap.Cancel(), new Tap.Skip(), new Tap.Keep(), new Tap.Again("a1"), new Tap.Page("edit"), new Tap.Leave()];

    /// <summary>One of them answers any question.</summary>
    private static readonly string[] Answers = ["7", "option 1", "yes", "24.12", "24.12 - 27.12", "+77012345678", "1, 2", "done"];

    private readonly List<string> _buttons = [];

    public bool IsThere => chat.State is not null;

    public void Move()
    {
        var visible = chat.Message.Rows.SelectMany(row => row).Select(key => key.Data!).Where(data => TapCode.Read(data)!.Value.Tap is not Tap.Leave).ToList();
        _buttons.AddRange(visible);
        switch (tape.Next(8))
        {
            case 0 or 1 or 2 when visible.Count > 0:
                chat.Press(tape.Of(visible));
                break;
            case 3 when _buttons.Count > 0:
                chat.Press(tape.Of(_buttons));
                break;
            case 4:
                _ = tape.Next(4) switch { 0 => chat.Sends("sticker"), 1 => chat.Photo(), 2 => chat.Contact("77012345678"), _ => chat.Place(1, 2) };
                break;
            case 5:
                chat.Types(tape.Of(Commands));
                break;
            case 6 when chat.Outcome is Outcome.Needs:
                _ = tape.Next(3) == 0 ? chat.WorkFails("Failed") : chat.Work();
                break;
            case 7 when tape.Next(4) == 0:
                chat.Interrupt();
                break;
            default:
                chat.Say(tape.Of(Sayings));
                break;
        }
    }

    /// <summary>Answers whatever is still open, up to the review.</summary>
    public void ComeToReview()
    {
        for (var steps = 0; !IsAtReview; steps++)
        {
            steps.ShouldBeLessThan(1000, $"The end is never reached: {chat.Seen}");
            if (chat.State!.Pane is not null) chat.Stay();
            else if (chat.Outcome is Outcome.Needs) chat.Work();
            else if (chat.State.Page is not null && chat.Prompt.Key == "review") chat.Back();
            else if (Visible<Tap.Keep>() is { } keep) chat.Press(keep);
            else if (Visible<Tap.Again>() is { } again) chat.Press(again);
            else if (steps % 2 == 0 && Visible<Tap.Choose>() is { } option) chat.Press(option);
            else if (steps % 5 == 1) chat.Photo();
            else chat.Say(Answers[steps / 2 % Answers.Length]);
        }
    }

    private bool IsAtReview => chat.Prompt.Key == "review" && chat.State is { Pane: null, Page: null };

    private string? Visible<TTap>() where TTap : Tap =>
        chat.Message.Rows.SelectMany(row => row).Select(key => key.Data!).FirstOrDefault(data => TapCode.Read(data)!.Value.Tap is TTap);
}
