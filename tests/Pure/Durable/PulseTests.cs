using Lavka.Durable;
using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Durable;

public sealed class PulseTests
{
    private readonly FakeClock _clock = new();
    private readonly Pulse _pulse = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_beat_between_the_look_and_the_wait_is_not_lost()
    {
        var next = _pulse.Next;
        _pulse.Beat();

        await Eventually.Ends(Pulse.Wait(next, TimeSpan.FromMinutes(1), _clock, Ct));
    }

    [Fact]
    public async Task every_waiting_loop_is_woken_and_the_next_wait_is_for_the_next_beat()
    {
        Task[] waits = [Pulse.Wait(_pulse.Next, TimeSpan.FromMinutes(1), _clock, Ct), Pulse.Wait(_pulse.Next, TimeSpan.FromMinutes(1), _clock, Ct)];
        _pulse.Beat();
        await Eventually.Ends(Task.WhenAll(waits));

        _pulse.Next.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task without_a_beat_the_wait_ends_in_time_and_leaves_no_timer()
    {
        var wait = Pulse.Wait(_pulse.Next, TimeSpan.FromSeconds(10), _clock, Ct);
        _clock.Advance(TimeSpan.FromSeconds(9));
        wait.IsCompleted.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromSeconds(1));
        await Eventually.Ends(wait);

        _clock.NextTimer.ShouldBeNull();
    }

    [Fact]
    public async Task a_cancelled_wait_says_so()
    {
        using var stop = new CancellationTokenSource();
        var wait = Pulse.Wait(_pulse.Next, TimeSpan.FromSeconds(10), _clock, stop.Token);
        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(Eventually.Ends(wait));
    }
}
