using Lavka.Pure.Talk.Samples;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Talk.Questions;

public sealed class OptionalQuestionTests
{
    private static async Flow<string> Talk(Scratch<string> ask) => (await ask.Text("flat").Optional() ?? "none") + await ask.Text("b");

    [Fact]
    public void It_may_be_skipped_by_its_button() => Scratch<string>.Chat(Talk).Skip().Say("!").Returned("none!");

    [Theory]
    [InlineData("Skip")]
    [InlineData("пропустить")]
    public void It_may_be_skipped_by_writing_the_label_in_any_language(string typed) => Scratch<string>.Chat(Talk).Say(typed).Say("!").Returned("none!");

    [Fact]
    public void It_may_be_skipped_by_the_command() => Scratch<string>.Chat(Talk).Types(new Tap.Skip()).Say("!").Returned("none!");

    [Fact]
    public void It_may_be_answered() => Scratch<string>.Chat(Talk).Say("12").Say("!").Returned("12!");

    [Fact]
    public void A_skipped_question_is_stored_as_null_and_not_asked_again() => Scratch<string>.Chat(Talk).Skip().Shows("b?").Json.ShouldContain("\"flat\":null");

    [Fact]
    public void The_label_of_skipping_is_the_authors() =>
        Scratch<string>.Chat(async ask => await ask.Text("flat").Optional(Text.Literal("No flat")) ?? "none").Tap("No flat").Returned("none");

    [Fact]
    public void A_required_question_cannot_be_skipped()
    {
        var chat = Scratch<string>.Chat(async ask => await ask.Text("name"));
        var before = chat.Json;
        chat.Types(new Tap.Skip()).Json.ShouldBe(before);
        chat.Prompt.Manner.ShouldBe(Manner.Hint);
    }

    [Fact]
    public void A_skip_counts_no_more_once_the_question_is_required() =>
        Scratch<string>.Chat(Talk).Skip().Deploy(() => new Scratch<string>(async ask => await ask.Text("flat") + await ask.Text("b"))).Shows("flat?");
}
