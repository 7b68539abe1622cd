namespace Lavka.Bot;

/// <summary>
/// Whether the messenger as a whole is within reach. After five calls in a row that did not get through it is not, and one call a second finds out when it is back.
/// </summary>
internal sealed class Reach(TimeProvider clock)
{
    private const int Patience = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private int _lost;
    private long _probed;

    public bool IsLost => Volatile.Read(ref _lost) >= Patience;

    /// <summary>How long until the next call may find out.</summary>
    public TimeSpan Wait => _probed == 0 ? TimeSpan.Zero : Pause - clock.GetElapsedTime(_probed);

    public void Probe() => _probed = Math.Max(1, clock.GetTimestamp());

    public void Lost() => Interlocked.Increment(ref _lost);

    /// <summary>A call got through, whatever the answer was. True when it ended an outage.</summary>
    public bool Found() => Interlocked.Exchange(ref _lost, 0) >= Patience;
}
