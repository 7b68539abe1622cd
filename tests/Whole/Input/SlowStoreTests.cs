using System.Diagnostics;
using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Whole;

public sealed class SlowStoreTests
{
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(2);

    [Fact]
    [Covers("shipping:A10")]
    public async Task A_second_tap_while_the_store_takes_nothing_for_two_seconds_asks_nothing_twice()
    {
        await using var town = await Town.Open();
        var (person, raw) = await town.NewCustomerByHand();
        var kate = new Customer(town.Telegram, person.Id, new StubbornDelivery(raw));
        await kate.Says("/start", "Hello");
        var create = await kate.Finds("Create order");

        await TapsTwice(create);
        await kate.Sees(Answers.Step(1));
        foreach (var step in new[] { 1, 2 }) await kate.Says(Answers.All[step - 1], Answers.Step(step + 1));
        var skip = await kate.Finds("Skip");
        await TapsTwice(skip);

        await kate.Sees(Answers.Step(4));
        await kate.Says(Answers.All[3], Answers.Step(5));
        var prompts = await town.Telegram.Prompts(kate.Id);
        prompts.Count.ShouldBe(5, string.Join('\n', prompts));
        foreach (var (i, prompt) in prompts.Index()) prompt.ShouldContain(Answers.Step(i + 1));
        await kate.HasOneKeyboardAtMost();

        async Task TapsTwice(LiveButton button)
        {
            var began = Stopwatch.GetTimestamp();
            var held = await town.Store.HoldUp(Slow);
            await Task.WhenAll(kate.Presses(button), kate.Presses(button));
            Stopwatch.GetElapsedTime(began).ShouldBeGreaterThan(Slow - TimeSpan.FromSeconds(0.2));
            await held;
        }
    }
}
