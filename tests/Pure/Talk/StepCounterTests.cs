using System.Text.RegularExpressions;
using Lavka.Kit;
using Lavka.Pure.Talk.Samples;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Talk;

public sealed partial class StepCounterTests
{
    [Theory]
    [InlineData("5", true, 16)]
    [InlineData("5", false, 19)]
    [InlineData("50", false, 18)]
    public void Steps_are_counted_one_by_one_on_the_branch_that_is_walked(string weight, bool usual, int total)
    {
        var chat = TestChat.With<ParcelDialog>();
        List<int> numbers = [];
        var last = 0;
        foreach (var answer in new[] { "Anna", "1 Main St.", "Skip", "Austin", "TX", "73301", "Skip", "Bob", "2 Oak St.", "4", "Albany", "NY", "12201", "+1", weight, usual ? "Yes" : "No", "1", "2", "3" })
        {
            if (chat.Seen.Contains("usual box", StringComparison.Ordinal) || answer is not ("Yes" or "No"))
            {
                (var number, last) = Step(chat);
                numbers.Add(number);
                chat.Say(answer);
            }
            if (chat.Seen.Contains("Check the data", StringComparison.Ordinal)) break;
        }
        numbers.ShouldBe(Enumerable.Range(1, total));
        last.ShouldBe(total);
    }

    [Fact]
    public void A_review_and_what_follows_it_alone_are_no_steps() => Parcels.AtReview().DoesNotShow("Step").Tap("All right").Work().Shows("Which rate?").DoesNotShow("Step");

    [Fact]
    public void Questions_behind_a_review_are_counted_from_one()
    {
        var chat = Scratch<string>.Chat(async ask =>
        {
            await ask.Text("a").Sample("x");
            await ask.Text("b").Sample("x");
            await ask.Review();
            return await ask.Text("c").Sample("x") + await ask.Text("d").Sample("x");
        });
        chat.Shows("Step 1/2").Say("1").Shows("Step 2/2").Say("2").Tap("Confirm").Shows("Step 1/2").Say("3").Shows("Step 2/2");
    }

    [Fact]
    public void A_way_that_cannot_be_foreseen_is_not_counted() =>
        Scratch<string>.Chat(async ask => await ask.Text("a").Sample("x") + await ask.Text("b") + await ask.Text("c")).DoesNotShow("Step").Say("1").DoesNotShow("Step").Say("2").DoesNotShow("Step 3/2");

    [Fact]
    public void An_early_answer_that_counts_no_more_leaves_the_total_as_it_was()
    {
        var chat = TestChat.With<AddressDialog>().Say("Riga").Tap("Courier").Say("Brivibas 1");
        DialogState gone = chat.State! with { Answers = chat.State!.Answers.Where(answer => answer.Key != "city").ToDictionary() };
        TestChat.Resume(() => new AddressDialog(), gone).Shows("Which city?", "Step 1/5").Say("Riga").Shows("Flat?", "Step 4/5");
    }

    [Fact]
    public void A_dialog_opened_with_answers_goes_on_counting() =>
        TestChat.With<AddressDialog>(new Dictionary<string, string?> { ["city"] = "Riga", ["way"] = "Courier" }).Shows("Step 3/5");

    [Fact]
    public void One_question_alone_is_not_counted() => Scratch<string>.Chat(async ask => await ask.Text("a").Sample("x")).DoesNotShow("Step");

    [Fact]
    public void The_step_names_its_part() => TestChat.With<ParcelDialog>().Shows("Step 1/16 · 📤 Sender").In(Language.Ru).Shows("Шаг 1/16 · 📤 Отправитель");

    private static (int Number, int Total) Step(TestChat chat)
    {
        var step = Counter.Match(chat.Seen);
        step.Success.ShouldBeTrue(chat.Seen);
        return (int.Parse(step.Groups["n"].ValueSpan, null), int.Parse(step.Groups["total"].ValueSpan, null));
    }

    [GeneratedRegex(@"Step (?<n>\d+)/(?<total>\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Counter { get; }
}
