using Lavka.Kit;
using Lavka.Pure.Talk.Samples;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Talk;

public sealed class AddressDialogTests
{
    [Fact]
    public void Editing_the_city_keeps_the_other_answers()
    {
        var chat = TestChat.With<AddressDialog>();
        chat.Say("Riga").Tap("Courier").Say("Brivibas 1").Skip().Say("+37129").Shows("Is everything right?");
        chat.Tap("✏️ Which city?").Say("Tallinn").Shows("Is everything right?", "Tallinn", "Brivibas 1", "+37129");
        chat.Tap("Confirm").Returned(new Address("Tallinn", Way.Courier, new Door("Brivibas 1", null), "+37129"));
    }

    [Fact]
    public void A_changed_branch_loses_nothing()
    {
        var chat = TestChat.With<AddressDialog>();
        chat.Say("Riga").Tap("Courier").Say("Brivibas 1").Say("12").Say("+37129");
        chat.Tap("How shall we deliver?").Tap("Locker").DoesNotShow("Brivibas 1");
        chat.Tap("How shall we deliver?").Tap("Courier").Shows("Brivibas 1", "12");
        chat.Tap("Confirm").Returned(new Address("Riga", Way.Courier, new Door("Brivibas 1", "12"), "+37129"));
    }

    [Fact]
    public void The_answer_of_a_branch_not_taken_is_not_returned()
    {
        var chat = TestChat.With<AddressDialog>();
        chat.Say("Riga").Tap("Courier").Say("Brivibas 1").Say("12").Say("+37129").Tap("How shall we deliver?").Tap("Locker").Tap("Confirm");
        chat.Returned(new Address("Riga", Way.Locker, null, "+37129"));
    }

    [Fact]
    public void Answers_and_what_was_asked_last_are_all_that_is_stored() =>
        TestChat.With<AddressDialog>().Say("Riga").Tap("Courier").Say("Brivibas 1").Skip().Json.ShouldBe(
            """{"dialog":"address","id":"d1","answers":{"city":"Riga","way":"Courier","door/street":"Brivibas 1","door/flat":null},"asked":"phone"}""");
}
