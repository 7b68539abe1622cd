using Lavka.Durable;
using Lavka.Kit;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Stored.Bot;

/// <summary>Handlers that throw, hang whatever they are told, or never give their thread back.</summary>
public sealed class PoisonTests : IDisposable
{
    private readonly TinyShop _shop = new();
    private readonly TaskCompletionSource _free = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Covers("faults:F11")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task a_handler_that_never_ends_frees_its_lane_after_thirty_seconds_and_holds_up_nobody_meanwhile(bool isLoop)
    {
        await using var floor = await TinyShop.Open(_shop);
        _shop.Stuck = isLoop ? Loop : () => _free.Task;
        var (anna, boris) = (await floor.Guest().Writes("/start"), await floor.Guest("8").Writes("/start"));
        var began = floor.Temp.Clock.GetUtcNow();

        var stuck = floor.Bot.Take(anna.Update(anna.Pressing("To stuck")), Ct);
        await Eventually.Holds(() => floor.Temp.Clock.NextTimer == began.AddSeconds(30));
        await boris.Taps("To form");
        await boris.Writes("Riga");
        await boris.Taps("Skip");
        await boris.Writes("Brivibas 1");
        boris.Sees("Noted: Riga");
        stuck.IsCompleted.ShouldBeFalse();

        floor.Temp.Clock.Advance(TimeSpan.FromSeconds(30));
        (await Eventually.Ends(stuck)).ShouldBe(Receipt.Taken);
        await floor.Deliver();

        anna.Sees("Something went wrong");
        (await floor.DeadLetters()).ShouldHaveSingleItem().Error.ShouldContain(nameof(TimeoutException));
        floor.Alerts.ShouldHaveSingleItem();
        _free.TrySetResult();
        await anna.Writes("/help");
        anna.Sees("Help page");
    }

    [Fact, Covers("faults:F11")]
    public async Task an_act_that_hangs_while_it_writes_is_left_behind_after_five_seconds_and_can_never_commit()
    {
        await using var floor = await TinyShop.Open(_shop);
        _shop.Stuck = () => _free.Task;
        var (anna, boris) = (await floor.Guest().Writes("/start"), await floor.Guest("8").Writes("/start"));
        var began = floor.Temp.Clock.GetUtcNow();

        var stuck = floor.Bot.Take(anna.Update(anna.Pressing("To stick")), Ct);
        await Eventually.Holds(() => floor.Temp.Clock.NextTimer == began.AddSeconds(20));
        var other = floor.Bot.Take(boris.Update(boris.Pressing("To note")), Ct);
        floor.Temp.Clock.Advance(TimeSpan.FromSeconds(20));

        (await Eventually.Ends(stuck)).ShouldBe(Receipt.Taken);
        (await Eventually.Ends(other)).ShouldBe(Receipt.Taken);
        _free.TrySetResult();
        await anna.Writes("/help");
        await boris.Writes("/help");

        (await floor.Count("notes where text <> 'noted'")).ShouldBe(0, "What was left behind wrote before it hung and tries to write after it.");
        (await floor.Count("notes where text = 'noted'")).ShouldBe(1);
        (await floor.DeadLetters()).ShouldHaveSingleItem();
        anna.All.ShouldContain("Something went wrong");
    }

    [Fact, Covers("faults:F11")]
    public async Task the_owner_is_told_once_an_hour_of_the_same_fault_and_a_customer_once_of_each_update()
    {
        await using var floor = await TinyShop.Open(_shop);
        var anna = await floor.Guest().Writes("/start");
        var boom = anna.Pressing("To boom");
        var update = anna.Update(boom);

        for (var delivery = 0; delivery < 3; delivery++) await floor.Bot.Take(update, Ct);
        for (var press = 0; press < 20; press++) await anna.Does(boom);

        (await floor.DeadLetters()).Count.ShouldBe(10, "The latest ten of twenty-one.");
        (await floor.Count("dead_letters")).ShouldBe(21);
        anna.Chat.Count(shown => shown.Message.Html.Contains("Something went wrong", StringComparison.Ordinal)).ShouldBe(21);
        floor.Alerts.Distinct().ShouldHaveSingleItem();

        floor.Temp.Clock.Advance(TimeSpan.FromHours(1));
        await anna.Does(boom);
        floor.Alerts.Distinct().Count().ShouldBe(2);
    }

    [Fact, Covers("shipping:A17")]
    public async Task a_result_of_a_job_that_hangs_while_it_is_settled_is_given_up_by_its_worker_and_not_by_the_others()
    {
        await using var floor = await TinyShop.Open(_shop);
        var (anna, boris) = (await floor.Guest().Writes("/start"), await floor.Guest("8").Writes("/start"));
        var began = floor.Temp.Clock.GetUtcNow();
        var job = new ClaimedJob(1, "none", "none", "", new ChatKey(BotFloor<TinyDesk>.Id, "7"), 1);
        await floor.Temp.Store.Write((tx, ct) => Jobs.Add(tx, new NewJob("none", "none", "", job.Chat, tx.Now), ct), Ct);
        job = (await floor.Temp.Store.Write((tx, ct) => Jobs.Claim(tx, 1, TimeSpan.FromMinutes(2), ct), Ct))[0];

        var settling = floor.Bot.Settle(job, job.Chat!.Value, async (_, _) =>
        {
            await _free.Task;
            return [];
        }, Ct);
        await Eventually.Holds(() => floor.Temp.Clock.NextTimer == began.AddSeconds(20));
        floor.Temp.Clock.Advance(TimeSpan.FromSeconds(20));

        await Should.ThrowAsync<TimeoutException>(settling);
        await boris.Taps("To note");
        (await floor.Count("notes")).ShouldBe(1);
        (await floor.Count("jobs where state = 'Running'")).ShouldBe(1, "Its worker runs it again.");
        await anna.Writes("/help");
        anna.Sees("Help page");
    }

    public void Dispose() => _free.TrySetResult();

    private Task Loop()
    {
        while (!_free.Task.IsCompleted) Thread.SpinWait(100);
        return Task.CompletedTask;
    }
}
