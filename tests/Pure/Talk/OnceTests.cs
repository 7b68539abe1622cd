using Lavka.Kit;
using Lavka.Pure.Talk.Samples;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Talk;

public sealed class OnceTests
{
    [Fact]
    public void A_work_is_waited_for_and_its_result_is_kept()
    {
        var chat = Parcels.AtReview().Tap("All right").Shows("Calculating…");
        chat.Prompt.View.IsProgress.ShouldBeTrue();
        chat.Work().Shows("Which rate?", "$10.5", "$14.5").Tap("$14.5").Outcome.ShouldBeOfType<Outcome.Done>();
    }

    [Fact]
    public void A_work_asked_for_again_after_a_crash_has_the_same_idempotency_key()
    {
        var chat = Parcels.AtReview().Tap("All right");
        var key = chat.Pending.Key;
        TestChat.Resume(() => new ParcelDialog(), chat.State!).Pending.Key.ShouldBe(key);
        new ParcelDialog().Awaited(chat.State!).ShouldBeOfType<Outcome.Needs>().Work.Key.ShouldBe(key);
    }

    [Fact]
    public void The_job_is_given_its_idempotency_key()
    {
        string? given = null;
        var chat = Parcels.AtReview(() => new ParcelDialog((key, _) =>
        {
            given = key;
            return new Found<decimal[]>.Value([1]);
        })).Tap("All right");
        var key = chat.Pending.Key;
        chat.Work();
        given.ShouldBe(key);
        key.ShouldStartWith("d1/prices#");
    }

    [Fact]
    public void Other_inputs_are_another_work_and_the_same_inputs_are_not()
    {
        var chat = Parcels.AtReview().Tap("All right");
        var first = chat.Pending.Key;
        chat.Work().Back().Tap("Edit the data").Tap("Sender").Tap("City?").Keep().Tap("All right").Shows("Which rate?");
        chat.Back().Tap("Edit the data").Tap("Sender").Tap("City?").Say("Dallas").Tap("All right").Shows("Calculating…").Pending.Key.ShouldNotBe(first);
    }

    [Fact]
    public void A_result_for_other_inputs_is_dropped()
    {
        var chat = Parcels.AtReview().Tap("All right");
        var late = chat.Pending.Key;
        chat.Back().Tap("Edit the data").Tap("Sender").Tap("City?").Say("Dallas").Tap("All right");
        var before = chat.Json;
        chat.Supply(late, "+[1]").Shows("Calculating…").Json.ShouldBe(before);
    }

    [Fact]
    public void A_result_from_before_it_was_asked_for_anew_is_dropped()
    {
        var chat = Parcels.AtReview().Tap("All right");
        var early = chat.Pending.Key;
        var before = chat.WorkFails("Nobody answers.").Tap("Try again").Json;
        chat.Supply(early, "+[1]").Shows("Calculating…").Json.ShouldBe(before);
    }

    [Fact]
    public void A_result_that_arrives_twice_counts_once()
    {
        var chat = Parcels.AtReview().Tap("All right");
        var work = chat.Pending.Key;
        var before = chat.Supply(work, "+[1,2]").Json;
        chat.Supply(work, "+[3,4]").Shows("$1", "$2").Json.ShouldBe(before);
    }

    [Fact]
    public void Results_do_not_pile_up()
    {
        var chat = Parcels.AtReview().Tap("All right").Work();
        var answers = chat.State!.Answers.Count;
        foreach (var city in new[] { "Dallas", "Boston", "Denver" })
            chat.Back().Tap("Edit the data").Tap("Sender").Tap("City?").Say(city).Tap("All right").Work().State!.Answers.Count.ShouldBe(answers);
    }

    [Fact]
    public void A_refusal_is_told_in_the_persons_language_with_what_can_be_done()
    {
        var chat = Parcels.AtReview(() => new ParcelDialog((_, _) => new Found<decimal[]>.Refused(new(ru: "Цен нет.\n\nПозже?", en: "No prices.\n\nLater?")))).Tap("All right").Work();
        chat.Shows("No prices.\n\nLater?", "[🔄 Try again]", "[✏️ Back to the data]", "[❌ Cancel]").In(Language.Ru).Shows("Цен нет.\n\nПозже?").DoesNotShow("No prices");
    }

    [Fact]
    public void Trying_again_is_another_work_for_the_provider()
    {
        var chat = Parcels.AtReview().Tap("All right");
        var first = chat.Pending;
        chat.WorkFails("No prices").Shows("No prices").Tap("Try again").Shows("Calculating…");
        chat.Pending.Name.ShouldBe(first.Name);
        chat.Pending.Key.ShouldNotBe(first.Key);
        chat.Work().Shows("Which rate?");
    }

    [Fact]
    public void From_a_refusal_the_data_can_be_edited() => Parcels.AtReview().Tap("All right").WorkFails("No prices").Tap("Back to the data").Shows("Check the data");

    [Fact]
    public void A_button_has_it_done_anew()
    {
        var calls = 0;
        var chat = Parcels.AtReview(() => new ParcelDialog((_, _) => new Found<decimal[]>.Value([++calls]))).Tap("All right").Work().Shows("$1");
        chat.Tap("Fresh prices").Shows("Calculating…").Work().Shows("$2");
    }

    [Fact]
    public void A_button_inside_of_a_part_means_the_work_of_that_part()
    {
        var calls = 0;
        var chat = Scratch<string>.Chat(async ask => await ask.Within("part", async () =>
        {
            var price = await ask.Once("price", "", ScratchJson.Default.Int32, _ => new Found<int>.Value(++calls));
            return await ask.Choice("rate", $"r={price}").Again("price", Text.Literal("Anew"));
        }));
        chat.Work().Shows("[1]").Tap("Anew").Work().Shows("[2]");
    }

    [Fact]
    public void What_is_written_meanwhile_is_answered_and_changes_nothing()
    {
        var chat = Parcels.AtReview().Tap("All right");
        var before = chat.Json;
        chat.Say("well?").Shows("⚠️ One moment").Sends("sticker").Shows("⚠️ One moment").Json.ShouldBe(before);
    }

    [Fact]
    public void A_result_that_cannot_be_read_any_more_is_asked_for_again() =>
        Parcels.AtReview().Tap("All right").Supply(Parcels.AtReview().Tap("All right").Pending.Key, "+\"old form\"").Shows("Calculating…");

    [Fact]
    public void Two_works_of_one_name_on_a_path_are_a_mistake()
    {
        var chat = Scratch<string>.Chat(async ask =>
        {
            foreach (var item in new[] { "a", "b" }) await ask.Once("price", item, ScratchJson.Default.Int32, _ => new Found<int>.Value(1));
            return "done";
        });
        Should.Throw<InvalidOperationException>(() => chat.Work()).Message.ShouldContain("price");
    }
}
