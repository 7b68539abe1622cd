using Lavka.Kit;
using Lavka.Pure.Talk.Samples;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Talk.Questions;

public sealed class SecretQuestionTests
{
    private static TestChat Chat() => Scratch<string>.Chat(async ask =>
    {
        var secret = await ask.Secret("code").Length(4, 8);
        await ask.Review();
        return secret;
    });

    [Fact]
    public void It_says_beforehand_that_the_message_goes() => Chat().Shows("code?", "🔒 Your message will be deleted from the chat.").Message.AwaitsText.ShouldBeTrue();

    [Fact]
    public void What_was_written_is_taken_out_of_the_chat_whether_it_fits_or_not()
    {
        Chat().Say("123").Erases().Shows("From 4 to 8").DoesNotShow("123").Say("12345").Erases();
        Chat().Cancel().Say("12345").Erases().Shows("Stop here?");
        Chat().Photo().Erases();
    }

    [Fact]
    public void It_goes_also_when_it_was_the_last_answer() => Scratch<string>.Chat(async ask => await ask.Secret("code")).Say("12345").Erases().Returned("12345");

    [Fact]
    public void Nothing_else_is_taken_out_of_the_chat()
    {
        Scratch<string>.Chat(async ask => await ask.Text("a")).Say("12345").Outcome.Erases.ShouldBeFalse();
        Chat().Cancel().Outcome.Erases.ShouldBeFalse();
        Chat().Say("12345").Say("more").Outcome.Erases.ShouldBeFalse();
    }

    [Fact]
    public void The_answer_is_never_shown()
    {
        var chat = Chat().Say("12345");
        chat.Closing.ShouldBe("✅ code?: •••");
        chat.Shows("code?: •••").DoesNotShow("12345").Tap("✏️").Shows("Keep: •••").DoesNotShow("12345").Keep().Tap("Confirm").Returned("12345");
    }

    [Fact]
    public void A_way_to_show_it_that_the_author_gives_counts_for_nothing() =>
        Scratch<string>.Chat(async ask => await ask.Secret("code").Shown(Text.Literal) + await ask.Text("n")).Say("12345").Closing.ShouldBe("✅ code?: •••");
}
