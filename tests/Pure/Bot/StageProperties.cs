using FsCheck;
using FsCheck.Fluent;
using Lavka.Bot;
using Lavka.Kit;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Bot;

public sealed class StageProperties
{
    private static readonly Gen<Step> Steps = from deeds in Gen.Elements(Enum.GetValues<Deed>()).ListOf().Resize(3)
                                              from pressed in Gen.Elements(Enum.GetValues<Pressing>())
                                              from which in Gen.Choose(0, 20)
                                              from isKnown in Gen.Frequency((5, Gen.Constant(true)), (1, Gen.Constant(false)))
                                              select new Step(deeds, pressed, which, isKnown);

    /// <summary>One turn: what was pressed, whether the live message's id is known already, what the turn does.</summary>
    private sealed record Step(List<Deed> Deeds, Pressing Pressed, int Which, bool IsKnown);

    private enum Pressing
    {
        Nothing,
        Live,
        Some,
        Foreign,
    }

    private enum Deed
    {
        ShowKeys,
        ShowAwaiting,
        ShowWish,
        ChangeKeys,
        ShowProgress,
        ShowFile,
        ShowPlain,
        SayKeys,
        SayBeside,
        TellKeys,
        TellInvoice,
        TellInvoiceBeside,
        Close,
        CloseWithAnswer,
    }

    [Fact, Covers("shipping:A11")]
    public void at_any_time_at_most_one_message_has_live_buttons_and_the_chat_knows_which() =>
        Prop.ForAll(Steps.ListOf().Resize(25).ToArbitrary(), steps =>
        {
            var screen = new ChatScreen();
            foreach (var step in steps)
            {
                screen.Turn(stage => step.Deeds.ForEach(deed => Do(stage, deed)), Pressed(screen, step), step.IsKnown);
                screen.Alive.Count.ShouldBeLessThanOrEqualTo(1, string.Join(" | ", screen.Lines));
                foreach (var id in screen.Alive) screen.State.Live.ShouldNotBeNull().Seq.ShouldBe(long.Parse(id.AsSpan(1), null));
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void buttons_in_the_place_of_the_keyboard_stand_there_only_as_long_as_their_question() =>
        Prop.ForAll(Steps.ListOf().Resize(25).ToArbitrary(), steps =>
        {
            var screen = new ChatScreen();
            foreach (var step in steps)
            {
                screen.Turn(stage => step.Deeds.ForEach(deed => Do(stage, deed)), Pressed(screen, step), step.IsKnown);
                screen.State.HasKeyboard.ShouldBe(screen.Keyboard is not null);
                if (screen.State.Live is { } live && screen.Keyboard is { } keyboard) keyboard.ShouldBe("m" + live.Seq, string.Join(" | ", screen.Lines));
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void every_sheet_has_the_next_number_of_its_chat() =>
        Prop.ForAll(Steps.ListOf().Resize(25).ToArbitrary(), steps =>
        {
            var (screen, last) = (new ChatScreen(), 0L);
            foreach (var step in steps)
            {
                screen.Turn(stage =>
                {
                    step.Deeds.ForEach(deed => Do(stage, deed));
                    foreach (var sheet in stage.Sheets) sheet.Seq.ShouldBe(++last);
                }, Pressed(screen, step), step.IsKnown);
                screen.State.Seq.ShouldBe(last);
            }
        }).QuickCheckThrowOnFailure();

    private static string? Pressed(ChatScreen screen, Step step) => step.Pressed switch
    {
        Pressing.Live when screen.State.Live is { } live => "m" + live.Seq,
        Pressing.Some when screen.Ids.Count > 0 => screen.Ids.ElementAt(step.Which % screen.Ids.Count),
        Pressing.Foreign => "from-before-the-database-was-lost",
        _ => null,
    };

    private static void Do(Stage stage, Deed deed)
    {
        switch (deed)
        {
            case Deed.ShowKeys:
                stage.Show(Views.Keys("keys"));
                break;
            case Deed.ShowAwaiting:
                stage.Show(Views.Awaiting("name?"));
                break;
            case Deed.ChangeKeys:
                stage.Change(Views.Keys("changed"));
                break;
            case Deed.ShowWish:
                stage.Show(Views.Wish("phone?"));
                break;
            case Deed.ShowProgress:
                stage.Show(Views.Progress("one moment"));
                break;
            case Deed.ShowFile:
                stage.Show(Views.File("label"));
                break;
            case Deed.ShowPlain:
                stage.Show(Views.Plain("plain"));
                break;
            case Deed.SayKeys:
                stage.Say(Views.Keys("said"));
                break;
            case Deed.SayBeside:
                stage.SayBeside(Views.Keys("beside"));
                break;
            case Deed.TellKeys:
                stage.Tell(Views.Keys("news"));
                break;
            case Deed.TellInvoice:
                stage.Tell(Views.Invoice("invoice"));
                break;
            case Deed.TellInvoiceBeside:
                stage.SayBeside(Views.Invoice("paid"));
                break;
            case Deed.Close:
                stage.Close();
                break;
            case Deed.CloseWithAnswer:
                stage.Close(Text.Literal("accepted"));
                break;
        }
    }
}
