using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Durable;

public sealed class FakeClockTests
{
    private readonly FakeClock _clock = new();

    [Fact]
    public async Task a_delay_ends_when_its_time_has_come_and_not_before()
    {
        var delay = Task.Delay(TimeSpan.FromSeconds(5), _clock, TestContext.Current.CancellationToken);
        _clock.Advance(TimeSpan.FromSeconds(4.999));
        delay.IsCompleted.ShouldBeFalse();

        _clock.Advance(TimeSpan.FromMilliseconds(1));

        await Eventually.Ends(delay);
    }

    [Fact]
    public void timers_fire_in_order_each_at_its_own_time()
    {
        var start = _clock.GetUtcNow();
        var fired = new List<(string, double)>();
        void Note(object? name) => fired.Add(((string)name!, (_clock.GetUtcNow() - start).TotalSeconds));
        using var late = _clock.CreateTimer(Note, "late", TimeSpan.FromSeconds(3), Timeout.InfiniteTimeSpan);
        using var tick = _clock.CreateTimer(Note, "tick", TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2));
        using var never = _clock.CreateTimer(Note, "never", Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        _clock.NextTimer.ShouldBe(start.AddSeconds(2));
        _clock.Advance(TimeSpan.FromSeconds(5));

        fired.ShouldBe([("tick", 2), ("late", 3), ("tick", 4)]);
        _clock.GetUtcNow().ShouldBe(start.AddSeconds(5));
        _clock.GetElapsedTime(0).ShouldBe(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void a_timer_that_a_timer_starts_fires_in_the_same_advance()
    {
        var fired = new List<string>();
        ITimer? second = null;
        using var first = _clock.CreateTimer(_ =>
        {
            fired.Add("first");
            second = _clock.CreateTimer(_ => fired.Add("second"), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        }, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);

        _clock.Advance(TimeSpan.FromSeconds(2));

        fired.ShouldBe(["first", "second"]);
        second.ShouldNotBeNull().Dispose();
    }

    [Fact]
    public void a_disposed_timer_does_not_fire()
    {
        var fired = false;
        var timer = _clock.CreateTimer(_ => fired = true, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        timer.Dispose();

        _clock.Advance(TimeSpan.FromMinutes(1));

        fired.ShouldBeFalse();
        _clock.NextTimer.ShouldBeNull();
    }

    [Fact]
    public void a_cancellation_by_time_follows_the_clock()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30), _clock);
        _clock.Advance(TimeSpan.FromSeconds(29));
        limit.IsCancellationRequested.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromSeconds(1));
        limit.IsCancellationRequested.ShouldBeTrue();
    }
}
