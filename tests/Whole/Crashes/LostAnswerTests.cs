using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Whole;

public sealed class LostAnswerTests
{
    [Fact]
    [Covers("faults:F10")]
    public async Task A_question_that_the_messenger_took_without_saying_so_is_put_once_more_is_counted_and_the_order_comes_to_its_label()
    {
        await using var town = await Town.Open();
        var kate = await town.NewCustomer();
        var order = new Order(town, kate);
        await order.Begins();

        await town.Telegram.Fails("lose", "sendMessage");
        await order.AnswersAll();
        await order.Confirms();
        await order.Chooses();
        await order.TopsUp("50");
        await order.Pays();

        (await town.Telegram.Prompts(kate.Id)).Count(prompt => prompt.Contains(Answers.Step(2), StringComparison.Ordinal)).ShouldBe(2);
        (await town.Telegram.Prompts(kate.Id)).Count.ShouldBe(Answers.All.Count + 1, "No other question came twice.");
        await order.WasAskedStepByStepThroughKills();
        await order.IsOnTheLabel();
        await order.IsPaidOnce(50);
        await Until.True(async () => (await Metrics(town)).Contains("lavka_outbox_waiting 0"));
        (await Metrics(town)).ShouldContain("lavka_outbox_doubtful 1");
    }

    private static async Task<string[]> Metrics(Town town) => (await town.Host.Http.GetStringAsync("/metrics", TestContext.Current.CancellationToken)).Split('\n');
}
