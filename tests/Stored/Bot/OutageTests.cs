using System.Collections.Concurrent;
using System.Text.Json;
using Lavka.Bot;
using Lavka.Durable;
using Lavka.Kit;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Stored.Bot;

/// <summary>The Bot API is down for ten minutes and then allows thirty calls a second.</summary>
public sealed class OutageTests
{
    private const int Allowed = 30;
    private const int Chats = 150;

    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(0.1);

    private readonly ConcurrentQueue<(DateTimeOffset At, Delivery Answer, string Text)> _calls = new();
    private double _tokens = Allowed;
    private DateTimeOffset _filled;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact, Covers("faults:F9")]
    public async Task while_it_is_down_one_call_a_second_asks_and_when_it_is_back_answers_go_first()
    {
        await using var floor = await TinyShop.Open();
        var (start, isDown) = (floor.Temp.Clock.GetUtcNow(), true);
        _filled = start;
        floor.Messenger.Fate = call => Answered(floor, call, isDown);
        for (var chat = 1; chat <= Chats; chat++) await Say(floor, chat, Urgency.Bulk);
        for (var chat = Chats + 1; chat <= 2 * Chats; chat++) await Say(floor, chat, Urgency.Interactive);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var sender = floor.Sender(new SenderOptions { Parallel = 8 }).Run(stop.Token);

        while (floor.Temp.Clock.GetUtcNow() < start.AddMinutes(10)) await Pass(floor, TimeSpan.FromSeconds(0.5));
        var probes = _calls.Where(call => call.At > start.AddSeconds(1)).ToList();
        probes.Count.ShouldBeInRange(60, 600);
        probes.GroupBy(call => (int)(call.At - start).TotalSeconds / 10).ShouldAllBe(tenSeconds => tenSeconds.Count() <= 11);

        isDown = false;
        while (await floor.Count("outbox where state = 'Waiting'") > 0) await Pass(floor, Tick);

        var sent = _calls.Where(call => call.Answer is Delivery.Sent).ToList();
        sent.Count.ShouldBe(2 * Chats);
        sent.Take(Chats).ShouldAllBe(call => call.Text == nameof(Urgency.Interactive));
        await stop.CancelAsync();
        await Eventually.Ends(sender);
    }

    [Fact, Covers("faults:F9")]
    public async Task what_grew_in_an_outage_is_drained_through_a_storm_of_429_at_nine_tenths_of_what_is_allowed_and_answers_go_first()
    {
        const int Many = 250;
        await using var floor = await TinyShop.Open();
        var (start, isDown) = (floor.Temp.Clock.GetUtcNow(), true);
        _filled = start;
        floor.Messenger.Fate = call => Answered(floor, call, isDown);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var sender = floor.Sender().Run(stop.Token);
        for (var chat = 1; chat <= Many; chat++) await Say(floor, chat, Urgency.Bulk);
        for (var chat = Many + 1; chat <= 2 * Many; chat++) await Say(floor, chat, Urgency.Interactive);
        while (floor.Temp.Clock.GetUtcNow() < start.AddSeconds(20)) await Pass(floor, TimeSpan.FromSeconds(1));
        (await floor.Count("outbox where state = 'Waiting'")).ShouldBe(2 * Many);
        (_tokens, isDown) = (0, false);
        var back = floor.Temp.Clock.GetUtcNow();

        while (await floor.Count("outbox where state = 'Waiting'") > 0) await Pass(floor, Tick);

        var sent = _calls.Where(call => call.Answer is Delivery.Sent).ToList();
        sent.Count.ShouldBe(2 * Many);
        sent.Take(Many).Count(call => call.Text != nameof(Urgency.Interactive)).ShouldBe(0);
        _calls.ShouldContain(call => call.Answer is Delivery.Wait);
        (2 * Many / (sent.Max(call => call.At) - back).TotalSeconds).ShouldBeGreaterThan(0.9 * Allowed);
        await stop.CancelAsync();
        await Eventually.Ends(sender);
    }

    [Fact, Covers("faults:F9")]
    public async Task in_a_storm_of_429_nothing_is_called_in_the_silence_not_even_what_was_taken_up_already()
    {
        await using var floor = await TinyShop.Open();
        var start = floor.Temp.Clock.GetUtcNow();
        var silentUntil = start;
        var broken = 0;
        floor.Messenger.Fate = call =>
        {
            var now = floor.Temp.Clock.GetUtcNow();
            if (now < silentUntil) Interlocked.Increment(ref broken);
            if (_calls.Count % 7 == 3) silentUntil = now.AddSeconds(5);
            _calls.Enqueue((now, now < silentUntil ? new Delivery.Wait(TimeSpan.FromSeconds(5)) : new Delivery.Sent("m"), ""));
            return _calls.Last().Answer is Delivery.Wait wait ? wait : null;
        };
        for (var chat = 1; chat <= 40; chat++) await Say(floor, chat, Urgency.Interactive);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var sender = floor.Sender(new SenderOptions { Parallel = 1 }).Run(stop.Token);

        while (await floor.Count("outbox where state = 'Waiting'") > 0) await Pass(floor, TimeSpan.FromSeconds(0.5));

        broken.ShouldBe(0);
        await stop.CancelAsync();
        await Eventually.Ends(sender);
    }

    /// <summary>A bucket of thirty calls that fills at thirty a second; whoever finds it empty is told to be silent for a second.</summary>
    private Delivery? Answered(BotFloor<TinyDesk> floor, Dispatch call, bool isDown)
    {
        lock (_calls)
        {
            var now = floor.Temp.Clock.GetUtcNow();
            _tokens = Math.Min(Allowed, _tokens + ((now - _filled).TotalSeconds * Allowed));
            _filled = now;
            Delivery answer = isDown ? new Delivery.Failed("no connection") : --_tokens < 0 ? new Delivery.Wait(TimeSpan.FromSeconds(1)) : new Delivery.Sent("m");
            _calls.Enqueue((now, answer, call.Message.Html));
            return answer is Delivery.Sent ? null : answer;
        }
    }

    /// <summary>
    /// Lets time pass when the sender has nothing to do now: what the messenger took is on record, and he sleeps. No more of it than he sleeps: he would be late.
    /// </summary>
    private async Task Pass(BotFloor<TinyDesk> floor, TimeSpan atMost)
    {
        var calls = -1;
        await Eventually.Holds(async () =>
        {
            var before = calls;
            calls = _calls.Count;
            return await floor.Count("outbox where state = 'Sent'") == _calls.Count(call => call.Answer is Delivery.Sent)
                && floor.Temp.Clock.Sleepers == 1 && _calls.Count == before;
        }, "the sender rests");
        var sleep = floor.Temp.Clock.NextTimer - floor.Temp.Clock.GetUtcNow() ?? atMost;
        floor.Temp.Clock.Advance(sleep < atMost ? sleep : atMost);
    }

    private static Task Say(BotFloor<TinyDesk> floor, int chat, Urgency urgency) => floor.Temp.Store.Write((tx, ct) => Outbox.Add(tx, new OutboxRow(
        new ChatKey(BotFloor<TinyDesk>.Id, $"{chat}"), 1, nameof(Act.Say), null, null,
        JsonSerializer.Serialize(new Message(urgency.ToString(), []), MessageJson.Default.Message), urgency, null), ct), Ct);
}
