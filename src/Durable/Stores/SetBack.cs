namespace Lavka.Durable;

/// <summary>
/// Sees that the clock on the wall was set back, by the machine's steady clock beside it: what was put off until a time by the clock before would wait that much longer (faults:F15).
/// Not for use by several threads at once.
/// </summary>
public sealed class SetBack(TimeProvider clock)
{
    /// <summary>Clocks are kept right by less than this all the time.</summary>
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(2);

    private (DateTimeOffset At, long Timestamp) _last = (clock.GetUtcNow(), clock.GetTimestamp());
    private bool _happened;

    /// <summary>True from the next look on after the clock was set back, until <see cref="Mended"/>.</summary>
    public bool Happened()
    {
        var (at, timestamp) = (clock.GetUtcNow(), clock.GetTimestamp());
        _happened |= at + Usual < _last.At + clock.GetElapsedTime(_last.Timestamp, timestamp);
        _last = (at, timestamp);
        return _happened;
    }

    /// <summary>What had to be done about it is done.</summary>
    public void Mended() => _happened = false;
}
