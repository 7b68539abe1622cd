using Lavka.Kit;
using Lavka.Talk;
using Shouldly;

namespace Lavka.Pure.Talk.Random;

/// <summary>A person who does anything: presses what he sees, presses what he saw long ago, writes nonsense, sends photos and albums, leaves and comes back, or answers as he should.</summary>
internal sealed class RandomPerson(Tape tape)
{
    private const int Remembered = 40;
    private const int MostTogether = 4;

    private static readonly string[] Albums = ["x", "y", "z"];

    private readonly List<string> _buttons = [];

    /// <summary>What he does next: the same deed can be done again elsewhere.</summary>
    public Deed Next(TestChat chat, Asked? open)
    {
        var visible = chat.Message.Rows.SelectMany(row => row).Select(key => key.Data!).Where(data => TapCode.Read(data)!.Value.Tap is not Tap.Leave || tape.Next(8) == 7).ToList();
        _buttons.AddRange(visible);
        if (_buttons.Count > Remembered) _buttons.RemoveRange(0, _buttons.Count - Remembered);
        return tape.Next(10) switch
        {
            0 or 1 or 2 when visible.Count > 0 => Deed.Press(chat, tape.Of(visible)),
            3 when _buttons.Count > 0 => Deed.Press(chat, tape.Of(_buttons)),
            4 => Deed.Of(Sent()),
            8 or 9 when open?.Sort is Sort.Photo or Sort.Photos or Sort.File => Deed.Of(Sent()),
            5 => Deed.Of(new Input.Tapped(null, tape.Of(Things.Commands))),
            6 when chat.Outcome is Outcome.Needs => tape.Next(3) == 0 ? new Deed(there => there.WorkFails("Failed")) : new Deed(there => there.Work()),
            6 when tape.Next(8) == 7 => Deed.Of(new Input.Supplied("d1/a1#000000000000/0", "+1")),
            7 when tape.Next(8) == 7 => tape.Next(4) == 3 ? Deed.Of(new Input.Expired()) : new Deed(there => there.Interrupt()),
            6 or 7 or 8 when open is not null => Deed.Of(Things.Answering(open)),
            _ => Deed.Of(new Input.Wrote(tape.Of(Things.Sayings))),
        };
    }

    /// <summary>Answers whatever is still open, up to the last review.</summary>
    public static TestChat ComeToReview(TestChat chat, IReadOnlyList<Spec> specs)
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
            else if (Reference.Of(specs, chat.State.Answers, chat.State.Editing).Asked is { } asked) Deed.Of(Things.Answering(asked)).Do(chat);
            else chat.Press(Visible<Tap.Choose>(chat)!);
        }
        return chat;
    }

    private IReadOnlyList<Input> Sent() => tape.Next(4) switch
    {
        0 => [tape.Of(Things.Others)],
        1 => [Picture(null)],
        2 => [Picture(tape.Of(Albums))],
        _ => [.. Together(tape.Of(Albums))],
    };

    private IEnumerable<Input> Together(string album)
    {
        for (var more = tape.Next(MostTogether - 1) + 2; more > 0; more--) yield return Picture(album);
    }

    private Input.Sent Picture(string? album)
    {
        var file = tape.Of(Things.Files);
        return new Input.Sent(file.Kind, file, null, album);
    }

    private static bool IsAtReview(TestChat chat) => chat.Prompt.Key == "review" && chat.State is { Pane: null, Page: null };

    private static bool IsReview(TestChat chat) => chat.Prompt.Key.EndsWith("review", StringComparison.Ordinal);

    private static string? Visible<TTap>(TestChat chat) where TTap : Tap =>
        chat.Message.Rows.SelectMany(row => row).Select(key => key.Data!).FirstOrDefault(data => TapCode.Read(data)!.Value.Tap is TTap);
}
