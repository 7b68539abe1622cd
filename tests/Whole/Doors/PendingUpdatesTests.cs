using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Whole;

/// <summary>What people wrote while nobody was there is not thrown away by the start (shipping:H06).</summary>
public sealed class PendingUpdatesTests
{
    [Theory]
    [InlineData("Webhook")]
    [InlineData("Polling")]
    [Covers("shipping:H06")]
    public async Task Whatever_was_written_during_a_deploy_is_answered_in_its_order_after_it(string mode)
    {
        await using var town = await Town.Open(new TownPlan { Mode = mode });
        var kate = await town.NewCustomer();
        await new Order(town, kate).Begins();
        (await town.Host.Stop()).ShouldBe(0);

        foreach (var answer in Answers.All.Take(5)) await kate.Says(answer);
        (await town.Telegram.Pending()).ShouldBe(5);
        await town.Host.Start();

        await kate.Sees(Answers.Step(6));
        await Until.True(async () => await town.Telegram.Pending() == 0);
        var prompts = await town.Telegram.Prompts(kate.Id);
        prompts.Count.ShouldBe(6);
        foreach (var (i, prompt) in prompts.Index()) prompt.ShouldContain(Answers.Step(i + 1));
        (await town.Telegram.Calls()).Where(call => call.Method is "setWebhook" or "deleteWebhook")
            .ShouldAllBe(call => call.Parameters["drop_pending_updates"] == null || !(bool)call.Parameters["drop_pending_updates"]!);
    }

    [Fact]
    [Covers("shipping:H06")]
    public async Task A_first_start_answers_what_was_written_before_the_webhook_was_ever_set()
    {
        await using var town = await Town.Build();
        var kate = await town.NewCustomer();
        await kate.Says("/start");
        (await town.Telegram.Pending()).ShouldBe(1);

        await town.Host.Start();

        await kate.Sees("Hello");
    }
}
