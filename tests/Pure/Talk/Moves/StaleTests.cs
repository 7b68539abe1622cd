using Lavka.Kit;
using Lavka.Pure.Talk.Samples;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Talk.Moves;

public sealed class StaleTests
{
    [Fact]
    public void A_button_of_a_closed_question_changes_nothing_and_says_so()
    {
        var chat = TestChat.With<AddressDialog>().Say("Riga");
        var old = chat.Button("Courier");
        chat.Tap("Locker");
        var before = chat.Json;
        chat.Press(old).Shows("A phone").Json.ShouldBe(before);
        chat.Prompt.Manner.ShouldBe(Manner.Stale);
        chat.Prompt.Note!.Plain(Language.En).ShouldBe("That question is closed already.");
    }

    [Fact]
    public void A_double_tap_counts_once()
    {
        var chat = TestChat.With<AddressDialog>().Say("Riga").Tap("Courier").Say("Brivibas 1");
        var skip = chat.Button("Skip");
        var after = chat.Press(skip).Json;
        chat.Press(skip).Json.ShouldBe(after);
    }

    [Fact]
    public void A_button_of_another_dialog_never_moves_this_one()
    {
        var other = TestChat.Resume(() => new AddressDialog(), DialogState.Open("address", "d7")).Say("Riga").Button("Courier");
        TapCode.Read(other)!.Value.Dialog.ShouldBe("d7");
        TestChat.With<AddressDialog>().Say("Riga").Press(other).Shows("How shall we deliver?");
    }

    [Fact]
    public void The_confirmation_of_a_review_edited_since_is_refused()
    {
        var chat = Parcels.AtReview();
        var confirm = chat.Button("All right");
        chat.Tap("Edit the data").Tap("Sender").Tap("City?").Say("Dallas");
        var before = chat.Json;
        chat.Press(confirm).Shows("Check the data").Json.ShouldBe(before);
        chat.Tap("All right").Shows("Calculating");
    }

    [Fact]
    public void A_confirmed_review_must_be_confirmed_again_after_an_edit_on_the_way_back() =>
        Parcels.AtReview().Tap("All right").Work().Back().Tap("Edit the data").Tap("Sender").Tap("City?").Say("Dallas").Shows("Check the data").DoesNotShow("Which rate?");

    [Fact]
    public void Trying_again_twice_asks_for_the_work_once_more_only()
    {
        var chat = Parcels.AtReview().Tap("All right").WorkFails("No prices");
        var again = chat.Button("Try again");
        var key = chat.Press(again).Pending.Key;
        chat.Press(again).Pending.Key.ShouldBe(key);
    }

    [Fact]
    public void Returning_twice_stays_where_one_is()
    {
        var chat = Parcels.AtReview().Cancel();
        var stay = chat.Button("Go back");
        var before = chat.Press(stay).Tap("Edit the data").Json;
        chat.Press(stay).Shows("What would you like to change?").Json.ShouldBe(before);
    }

    [Fact]
    public void An_option_that_is_gone_cannot_be_chosen()
    {
        var chat = Scratch<string>.Chat(async ask => await ask.Choice("way", "c=Courier", "l=Locker"));
        var locker = chat.Button("Locker");
        chat.Deploy(() => new Scratch<string>(async ask => await ask.Choice("way", "c=Courier"))).Press(locker).Shows("way?").Prompt.Manner.ShouldBe(Manner.Stale);
    }
}
