namespace Lavka.Channels.Telegram;

/// <summary>Pauses of 1, 2, 4 ... 30 seconds, until something goes well again.</summary>
internal sealed class Backoff(TimeProvider clock)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private TimeSpan _next = Shortest;

    public void Reset() => _next = Shortest;

    public Task Pause(CancellationToken ct)
    {
        var now = _next;
        _next = now * 2 < Longest ? now * 2 : Longest;
        return Task.Delay(now, clock, ct);
    }

    /// <summary>As long as Telegram asked for, if it asked.</summary>
    public Task PauseAfter(Fault fault, CancellationToken ct) =>
        fault is Fault.TooManyCalls many ? Task.Delay(many.RetryAfter, clock, ct) : Pause(ct);
}
