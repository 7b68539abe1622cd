using Lavka.Pure.Talk.Samples;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Talk.Questions;

public sealed class TextQuestionTests
{
    [Fact]
    public void Blanks_around_a_text_are_dropped() => Scratch<string>.Chat(async ask => await ask.Text("name")).Say("  Anna \n").Returned("Anna");

    [Theory]
    [InlineData("")]
    [InlineData("   \n")]
    public void A_blank_text_is_no_answer(string typed) => Scratch<string>.Chat(async ask => await ask.Text("name")).Say(typed).Shows("⚠️ Please write the answer as text.", "name?");

    [Fact]
    public void A_text_is_tidied_before_its_rules_see_it() =>
        Scratch<string>.Chat(async ask => await ask.Text("state").Tidy(typed => typed.ToUpperInvariant()).Check(code => code == "CA", Text.Literal("Only CA")))
            .Say("california").Shows("Only CA").Say("ca").Returned("CA");

    [Fact]
    public void The_first_broken_rule_gives_the_hint() =>
        Scratch<string>.Chat(async ask => await ask.Text("name").Length(2, 5).Check(name => name.All(char.IsAsciiLetter), Text.Literal("Latin letters only")))
            .Say("Ж").Shows("From 2 to 5 characters").DoesNotShow("Latin").Say("Жанна").Shows("Latin letters only").Say("Anna").Returned("Anna");

    [Fact]
    public void A_rule_may_name_what_is_wrong() =>
        Scratch<string>.Chat(async ask => await ask.Text("name").Check(name => name.Contains('%', StringComparison.Ordinal) ? Text.Literal("Without %, please") : null))
            .Say("50%").Shows("Without %, please").Say("fifty").Returned("fifty");

    [Fact]
    public void Length_counts_what_a_person_sees() =>
        Scratch<string>.Chat(async ask => await ask.Text("mark").Length(1, 2)).Say("👨‍👩‍👧🇱🇻e").Shows("From 1 to 2").Say("👨‍👩‍👧🇱🇻").Returned("👨‍👩‍👧🇱🇻");

    [Fact]
    public void A_question_for_text_has_no_buttons_and_its_sample_stands_in_the_empty_input()
    {
        var chat = Scratch<string>.Chat(async ask => await ask.Text("city").Sample("Riga").Help(Text.Literal("Where you live")));
        chat.Shows("<b>city?</b>", "Where you live", "For example: <code>Riga</code>", "/cancel").DoesNotShow("/back");
        chat.Message.AwaitsText.ShouldBeTrue();
        chat.Message.Placeholder.ShouldBe("Riga");
        chat.Message.Rows.ShouldBeEmpty();
    }

    [Fact]
    public void A_sample_too_long_for_the_empty_input_is_shown_in_the_text_only()
    {
        var chat = Scratch<string>.Chat(async ask => await ask.Text("city").Sample(new string('x', 61)));
        chat.Message.Placeholder.ShouldBeNull();
        chat.Shows(new string('x', 61));
    }

    [Fact]
    public void The_second_question_tells_how_to_go_back() =>
        Scratch<string>.Chat(async ask => await ask.Text("a") + await ask.Text("b")).Say("1").Shows("/back", "/cancel");

    [Fact]
    public void The_answered_question_is_closed_with_its_answer() =>
        Scratch<string>.Chat(async ask => await ask.Text("city").Label(Text.Literal("City")) + await ask.Text("b")).Say("Riga").Closing.ShouldBe("✅ City: Riga");

    [Fact]
    public void A_line_said_stands_above_the_next_question_only() =>
        Scratch<string>.Chat(async ask =>
        {
            var first = await ask.Text("a");
            ask.Says("Well done");
            return first + await ask.Text("b") + await ask.Text("c");
        }).DoesNotShow("Well done").Say("1").Shows("Well done", "b?").Say("2").DoesNotShow("Well done");
}
