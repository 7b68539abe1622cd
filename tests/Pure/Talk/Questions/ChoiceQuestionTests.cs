using Lavka.Pure.Talk.Samples;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Talk.Questions;

public sealed class ChoiceQuestionTests
{
    [Fact]
    public void A_choice_is_made_by_its_button() => Scratch<string>.Chat(async ask => await ask.Choice("way", "c=Courier", "l=Locker")).Tap("Locker").Returned("l");

    [Theory]
    [InlineData("Locker")]
    [InlineData("locker!")]
    [InlineData("📦 LOCKER")]
    public void A_choice_is_made_by_writing_its_label(string typed) =>
        Scratch<string>.Chat(async ask => await ask.Choice("way", "c=🚚 Courier", "l=📦 Locker")).Say(typed).Returned("l");

    [Fact]
    public void A_label_may_be_written_in_any_language() =>
        Scratch<Way>.Chat(async ask => await ask.Choice<Way>("way", WayTexts.Label)).Say("курьером").Returned(Way.Courier);

    [Fact]
    public void An_enum_is_stored_by_name() =>
        Scratch<string>.Chat(async ask => await ask.Choice<Way>("way", WayTexts.Label) + await ask.Text("b")).Tap("Locker").State!.Answers["way"].ShouldBe("Locker");

    [Fact]
    public void Anything_else_is_hinted_at() => Scratch<string>.Chat(async ask => await ask.Choice("way", "c=Courier")).Say("by ship").Shows("⚠️ Please choose one of the buttons.", "way?", "Courier");

    [Fact]
    public void A_written_label_goes_before_the_key_of_another_option() =>
        Scratch<string>.Chat(async ask => await ask.Choice("count", "0=1", "1=2", "2=3")).Say("1").Returned("0");

    [Fact]
    public void An_option_whose_key_is_the_label_of_another_keeps_its_meaning() =>
        Scratch<string>.Chat(async ask => await ask.Choice("count", "0=1", "1=2", "2=3") + await ask.Text("b")).Tap("2").Say("x").Returned("1x");

    [Theory]
    [InlineData("C#", "sharp")]
    [InlineData("c++", "plus")]
    public void Labels_that_differ_by_signs_only_are_told_apart(string typed, string chosen) =>
        Scratch<string>.Chat(async ask => await ask.Choice("language", "c=C", "plus=C++", "sharp=C#")).Say(typed).Returned(chosen);

    [Fact]
    public void A_written_label_that_may_mean_two_options_is_asked_for_again() =>
        Scratch<string>.Chat(async ask => await ask.Choice("change", "up=+5", "down=-5")).Say("5").Shows("choose one of the buttons").Say("-5").Returned("down");

    [Fact]
    public void A_label_of_signs_only_may_be_written() =>
        Scratch<string>.Chat(async ask => await ask.Choice("mood", "good=👍", "bad=👎")).Say("👎").Returned("bad");

    [Fact]
    public void A_rule_may_refuse_an_option() =>
        Scratch<string>.Chat(async ask => await ask.Choice("way", "c=Courier", "l=Locker").Check(way => way != "l", Text.Literal("Lockers are full")))
            .Tap("Locker").Shows("Lockers are full").Tap("Courier").Returned("c");

    [Fact]
    public void An_option_too_long_for_a_button_is_still_that_option()
    {
        var (one, other) = (new string('я', 200) + "1", new string('я', 200) + "2");
        Scratch<string>.Chat(async ask => await ask.Choice("long", one + "=One", other + "=Other")).Tap("Other").Returned(other);
    }
}
