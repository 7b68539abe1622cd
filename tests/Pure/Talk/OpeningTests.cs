using Lavka.Kit;
using Lavka.Pure.Talk.Samples;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Talk;

public sealed class OpeningTests
{
    [Fact]
    public void Given_answers_are_not_asked_for() =>
        TestChat.With<AddressDialog>(new Dictionary<string, string?> { ["city"] = "Riga", ["phone"] = "+371" }).Tap("Locker").Shows("Is everything right?").Tap("Confirm")
            .Returned(new Address("Riga", Way.Locker, null, "+371"));

    [Fact]
    public void Given_answers_obey_the_rules() => TestChat.With<AddressDialog>(new Dictionary<string, string?> { ["city"] = "R" }).Shows("Which city?");

    [Theory]
    [InlineData("5.50")]
    [InlineData("5,5")]
    public void A_given_number_may_be_written_as_a_person_would(string given) =>
        Scratch<string>.Chat(async ask => $"{await ask.Number("weight") == 5.5m} {await ask.Text("b")}", new Dictionary<string, string?> { ["weight"] = given }).Say("x").Returned("True x");

    [Fact]
    public void A_given_answer_may_be_edited() => TestChat.With<AddressDialog>(new Dictionary<string, string?> { ["city"] = "Riga" }).Back().Shows("Keep: Riga").Say("Tallinn").Shows("How shall");

    [Fact]
    public void Given_answers_that_nobody_asks_for_do_no_harm() => TestChat.With<AddressDialog>(new Dictionary<string, string?> { ["age"] = "7" }).Shows("Which city?");

    [Fact]
    public void A_dialog_with_every_answer_is_done_at_once() =>
        new Scratch<string>(async ask => await ask.Text("a")).Step(DialogState.Open("scratch", "d1", new Dictionary<string, string?> { ["a"] = "x" }), new Input.Open())
            .ShouldBeOfType<Outcome.Done>().Result.ShouldBe("x");

    [Fact]
    public void A_dialog_can_be_shown_anew_at_any_time()
    {
        var chat = TestChat.With<AddressDialog>().Say("Riga");
        var (seen, before) = (chat.Seen, chat.Json);
        chat.Step(new Input.Open()).Seen.ShouldBe(seen);
        chat.Json.ShouldBe(before);
        chat.Prompt.Manner.ShouldBe(Manner.Fresh);
    }
}
