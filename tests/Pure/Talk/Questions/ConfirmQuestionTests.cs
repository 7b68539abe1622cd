using Lavka.Pure.Talk.Samples;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Talk.Questions;

public sealed class ConfirmQuestionTests
{
    [Fact]
    public void It_is_answered_by_one_of_two_buttons_side_by_side()
    {
        Scratch<string>.Chat(async ask => await ask.Confirm("pets") ? "yes" : "no").Shows("pets?", "[Yes] [No]").Tap("No").Returned("no");
        Scratch<string>.Chat(async ask => await ask.Confirm("pets") + await ask.Text("n")).In(Language.Ru).Step(new Input.Open()).Shows("[Да] [Нет]").Tap("Да").Closing.ShouldBe("✅ pets?: Да");
    }

    [Theory]
    [InlineData("yes", true)]
    [InlineData("ДА", true)]
    [InlineData("да!", true)]
    [InlineData(" No. ", false)]
    [InlineData("нет", false)]
    public void It_may_be_written_in_any_language(string typed, bool answer) =>
        Scratch<string>.Chat(async ask => await ask.Confirm("pets") ? "yes" : "no").Say(typed).Returned(answer ? "yes" : "no");

    [Theory]
    [InlineData("maybe")]
    [InlineData("yes and no")]
    [InlineData("")]
    public void Anything_else_is_hinted_at(string typed) =>
        Scratch<string>.Chat(async ask => await ask.Confirm("pets") ? "yes" : "no").Say(typed).Shows("⚠️ Please answer yes or no.", "pets?", "[Yes] [No]");

    [Fact]
    public void With_words_of_the_authors_own_yes_and_no_still_count() =>
        TestChatOf("Agreed", "Not yet").Shows("[Agreed] [Not yet]").Say("yes").Returned("yes");

    private static Lavka.Kit.TestChat TestChatOf(string yes, string no) => Lavka.Kit.TestChat.With(() => new Own(yes, no));

    private sealed class Own(string yes, string no) : Dialog<string>
    {
        public override string Name => "own";

        protected override async Flow<string> Talk() =>
            await Confirm("terms", Lavka.Talk.Text.Literal("Terms?"), Lavka.Talk.Text.Literal(yes), Lavka.Talk.Text.Literal(no)) ? "yes" : "no";
    }
}
