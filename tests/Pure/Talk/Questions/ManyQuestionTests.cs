using Lavka.Kit;
using Lavka.Pure.Talk.Samples;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Talk.Questions;

public sealed class ManyQuestionTests
{
    private static TestChat Chat(int least = 0, int most = int.MaxValue) =>
        Scratch<string>.Chat(async ask => string.Join('+', await ask.Many("extras", least, most, "w=🛜 Wi-Fi", "p=Parking", "b=Breakfast")) + await ask.Text("next"));

    [Fact]
    public void Options_are_ticked_and_unticked_and_finished_with_done()
    {
        var chat = Chat().Shows("☐ 🛜 Wi-Fi", "☐ Parking", "[✅ Done]");
        chat.Tap("Breakfast").Shows("☑ Breakfast", "☐ Parking", "Done (1)").Tap("Wi-Fi").Tap("Parking").Tap("Wi-Fi").Shows("☐ 🛜 Wi-Fi", "Done (2)");
        chat.Prompt.Manner.ShouldBe(Manner.Turn, "The same message changes.");
        chat.Tap("Done").Closing.ShouldBe("✅ extras?: Parking, Breakfast");
        chat.Say("!").Returned("p+b!");
    }

    [Fact]
    public void Nothing_may_be_chosen_unless_something_is_needed() => Chat().Tap("Done").Say("!").Returned("!");

    [Fact]
    public void Too_few_are_told_beside_the_button_and_nothing_moves()
    {
        var chat = Chat(least: 2).Tap("Parking");
        var before = chat.Json;
        chat.Tap("Done").Json.ShouldBe(before);
        chat.Prompt.ShouldSatisfyAllConditions(prompt => prompt.Manner.ShouldBe(Manner.Stale), prompt => prompt.Note!.Plain(Language.En).ShouldBe("Please choose at least 2."));
        chat.Tap("Wi-Fi").Tap("Done").Say("!").Returned("w+p!");
    }

    [Fact]
    public void One_more_than_allowed_is_not_ticked()
    {
        var chat = Chat(most: 1).Tap("Parking").Tap("Wi-Fi");
        chat.Prompt.Note!.Plain(Language.Ru).ShouldBe("Можно выбрать не больше 1.");
        chat.Tap("Done").Say("!").Returned("p!");
    }

    [Theory]
    [InlineData("parking, wi-fi")]
    [InlineData("Wi-Fi;  PARKING")]
    [InlineData("parking\nwi-fi\nparking")]
    public void Labels_may_be_written_with_commas(string typed) => Chat(least: 2).Say(typed).Say("!").Returned("w+p!");

    [Theory]
    [InlineData("parking", "at least 2")]
    [InlineData("parking, sauna", "Tick what you want")]
    [InlineData("", "Tick what you want")]
    public void What_is_written_obeys_the_same_limits(string typed, string hint)
    {
        var chat = Chat(least: 2).Tap("Parking");
        var before = chat.Json;
        chat.Say(typed).Shows("⚠️", hint, "☑ Parking").Json.ShouldBe(before);
    }

    [Fact]
    public void Done_may_be_written() => Chat().Tap("Parking").Say("готово").Say("!").Returned("p!");

    [Fact]
    public void An_edited_answer_begins_with_what_was_ticked() =>
        Chat().Tap("Parking").Tap("Done").Back().Shows("☑ Parking", "☐ 🛜 Wi-Fi", "Keep: Parking").Tap("Wi-Fi").Tap("Done").Say("!").Returned("w+p!");

    [Fact]
    public void When_a_chosen_option_is_gone_the_question_is_asked_again_with_the_others_ticked() =>
        Chat().Tap("Parking").Tap("Breakfast").Tap("Done").Shows("next?")
            .Deploy(() => new Scratch<string>(async ask => string.Join('+', await ask.Many("extras", 0, 9, "w=Wi-Fi", "b=Breakfast")) + await ask.Text("next")))
            .Shows("extras?", "☐ Wi-Fi", "☑ Breakfast").Tap("Done").Say("!").Returned("b!");

    [Fact]
    public void Ticks_are_kept_while_the_person_asks_himself_whether_to_leave() => Chat().Tap("Parking").Cancel().Stay().Shows("☑ Parking");

    [Fact]
    public void An_enum_is_stored_by_its_names() =>
        TestChat.With(() => new Scratch<string>(async ask => string.Join('+', await ask.ManyOptions("ways", Enum.GetValues<Way>().Select(way => new Option<Way>(way.ToString(), WayTexts.Label(way), way)).ToArray())) + await ask.Text("n")))
            .Tap("Locker").Tap("Done").State!.Answers["ways"].ShouldBe("Locker");

    [Fact]
    public void Without_options_it_says_so_and_can_be_left() =>
        Scratch<string>.Chat(async ask => await ask.Text("a") + (await ask.Many("extras", 1, 9)).Count).Say("1").Shows("nothing to choose from", "[◀️ Back] [❌ Cancel]").Say("x").Shows("⚠️ There is nothing to choose from");

    [Theory]
    [InlineData("")]
    [InlineData("!")]
    [InlineData("a\nb")]
    public void A_key_that_cannot_be_kept_in_a_list_is_the_authors_mistake(string key) =>
        Should.Throw<InvalidOperationException>(() => Scratch<string>.Chat(async ask => (await ask.Many("extras", 0, 9, key + "=Label")).Count.ToString(System.Globalization.CultureInfo.InvariantCulture)));
}
