using Lavka.Kit;
using Lavka.Pure.Talk.Samples;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Talk;

public sealed class ExpiryTests
{
    [Fact]
    public void A_dialog_neither_expires_nor_reminds_unless_its_author_wants_it() =>
        new AddressDialog().ShouldSatisfyAllConditions(dialog => dialog.Expires.ShouldBeNull(), dialog => dialog.Remind.ShouldBeNull());

    [Theory]
    [InlineData(Language.En, "Time is up", "deleted")]
    [InlineData(Language.Ru, "Время вышло", "удалены")]
    public void Left_alone_for_too_long_it_ends_and_says_that_the_answers_are_gone(Language language, params string[] parts)
    {
        var chat = TestChat.With<AddressDialog>().Say("Riga").Step(new Input.Expired());
        var farewell = chat.Outcome.ShouldBeOfType<Outcome.Expired>().Farewell.Plain(language);
        foreach (var part in parts) farewell.ShouldContain(part);
    }

    [Fact]
    public void A_reminder_shows_the_open_question_again_and_changes_nothing()
    {
        var chat = TestChat.With<AddressDialog>().Say("Riga");
        var before = chat.Json;
        chat.Step(new Input.Reminded()).Shows("You have not finished", "How shall we deliver?", "Courier]").Json.ShouldBe(before);
        chat.Prompt.Manner.ShouldBe(Manner.Fresh);
        chat.Tap("Courier").Shows("Street and house?");
    }
}
