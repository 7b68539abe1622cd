using Lavka.Kit;
using Lavka.Pure.Talk.Samples;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Talk;

public sealed class StrangeInputTests
{
    [Theory]
    [InlineData("photo")]
    [InlineData("sticker")]
    [InlineData("voice")]
    public void Something_that_is_not_text_is_hinted_at_and_changes_nothing(string kind)
    {
        var chat = TestChat.With<AddressDialog>();
        var before = chat.Json;
        chat.Sends(kind).Shows("⚠️ Please write the answer as text.", "Which city?").Json.ShouldBe(before);
        chat.Prompt.Manner.ShouldBe(Manner.Hint);
        before = chat.Say("Riga").Json;
        chat.Sends(kind).Shows("⚠️ Please choose one of the buttons.").Json.ShouldBe(before);
    }

    [Fact]
    public void Hundreds_of_wrong_answers_leave_the_state_as_it_was()
    {
        var chat = TestChat.With<AddressDialog>().Say("Riga");
        var before = chat.Json;
        for (var i = 0; i < 200; i++) chat.Say(new string('x', i));
        chat.Json.ShouldBe(before);
    }

    [Fact, Covers("shipping:A20")]
    public void A_text_without_a_limit_of_its_own_may_have_a_thousand_characters_and_its_buttons_stay_short()
    {
        var longest = new string('x', 1024);
        var chat = Scratch<string>.Chat(async ask => await ask.Text("a") + await ask.Text("b"));
        var before = chat.Json;
        chat.Say(longest + "x").Shows("From 1 to 1024 characters").Say(new string('x', 4096)).Shows("From 1 to 1024 characters").Json.ShouldBe(before);
        chat.Say(longest).Back().Labels.ShouldAllBe(label => new System.Globalization.StringInfo(label).LengthInTextElements <= 64);
        chat.Keep().Say("!").Returned(longest + "!");
    }

    [Fact]
    public void The_author_may_allow_a_whole_message() =>
        Scratch<string>.Chat(async ask => await ask.Text("a").Length(1, 4096)).Say(new string('x', 4097)).Shows("⚠️").Say(new string('x', 4096)).Returned(new string('x', 4096));

    [Fact, Covers("shipping:A20")]
    public void A_review_of_long_answers_fits_into_one_message_and_is_shortened_inside_the_answers()
    {
        var chat = Scratch<string>.Chat(async ask =>
        {
            for (var i = 0; i < 12; i++) await ask.Text("a" + i);
            await ask.Review();
            return "";
        });
        for (var i = 0; i < 12; i++) chat.Say(new string('&', 1024));
        chat.Shows("Right?", "a0?: &amp;", "…\na11?: &amp;");
        chat.Message.Html.ShouldNotContain("&…", Case.Sensitive);
    }

    [Theory]
    [InlineData("👩‍💻🏳️‍🌈")]
    [InlineData("شارع الملك فهد")]
    [InlineData("\u202Eevil\u202C")]
    [InlineData("Zürich ≠ Zu\u0308rich")]
    [InlineData("tab\tand\nline")]
    [InlineData("<b>&amp;</b>")]
    [InlineData("{city} {0} {")]
    [InlineData("null")]
    [InlineData("\"},\"x\":{")]
    public void Any_text_comes_back_as_it_was_written(string text)
    {
        var chat = Scratch<string>.Chat(async ask =>
        {
            var said = await ask.Text("a");
            await ask.Review();
            return said;
        });
        chat.Say(text).Shows("Right?").Tap("Confirm").Returned(text);
    }

    [Theory]
    [InlineData("\u200B\u200D\u2060")]
    [InlineData("\uFEFF")]
    [InlineData("\0")]
    [InlineData("\u200E\u202E")]
    public void A_text_that_nobody_can_see_is_no_answer(string text) => TestChat.With<AddressDialog>().Say(text).Shows("⚠️ Please write the answer as text.");

    [Theory]
    [InlineData("a\uD83D")]
    [InlineData("\uDE00a")]
    public void Half_a_surrogate_pair_is_replaced_before_it_is_stored(string text) =>
        Scratch<string>.Chat(async ask => await ask.Text("a")).Say(text).Returned(text.Replace('\uD83D', '\uFFFD').Replace('\uDE00', '\uFFFD'));

    [Fact]
    public void Half_a_surrogate_pair_left_by_tidying_is_replaced_too() =>
        Scratch<string>.Chat(async ask => await ask.Text("a").Tidy(typed => typed[..1])).Say("😀").Returned("\uFFFD");
}
