using System.Diagnostics;
using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Whole;

public sealed class MessengerOutageTests
{
    private const int Answered = 12;

    [Fact]
    [Covers("faults:F9")]
    public async Task While_the_messenger_is_down_updates_are_taken_and_it_is_asked_once_a_second_and_then_everything_is_said_once_through_a_storm()
    {
        await using var town = await Town.Open();
        var (kate, _) = await town.NewCustomerByHand();
        await new Order(town, kate).Begins();
        await town.Telegram.FailsAll("500");

        for (var step = 0; step < Answered; step++) await kate.Says(Answers.All[step]);
        (await Waiting(town)).ShouldBeGreaterThanOrEqualTo(Answered);
        using (var ready = await town.Host.Http.GetAsync("/health/ready", TestContext.Current.CancellationToken)) ready.IsSuccessStatusCode.ShouldBeTrue();
        // Five calls that do not get through make an outage.
        await Until.True(async () => (await Asked(town)) >= 6, "it is found that the messenger is down");
        var (began, before) = (Stopwatch.GetTimestamp(), await Asked(town));
        await Until.True(async () => (await Asked(town)) >= before + 3, "it is asked whether it is back");
        Stopwatch.GetElapsedTime(began).ShouldBeGreaterThan(TimeSpan.FromSeconds(1.5), "Three calls, a second between them.");

        await town.Telegram.Recovers();
        await town.Telegram.Fails("429", "sendMessage", times: 3);

        await kate.Sees(Answers.Step(Answered + 1));
        var prompts = await town.Telegram.Prompts(kate.Id);
        prompts.Count.ShouldBe(Answered + 1);
        foreach (var (i, prompt) in prompts.Index()) prompt.ShouldContain(Answers.Step(i + 1));
        await Until.True(async () => await Waiting(town) == 0, "nothing waits any more");
    }

    private static async Task<int> Asked(Town town) => (await town.Telegram.AllRefused()).Count(call => call.Code == 500);

    private static Task<long> Waiting(Town town) => town.Host.Metric("lavka_outbox_waiting");
}
