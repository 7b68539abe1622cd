namespace Lavka.Bot;

/// <summary>At most so many things a second, with a burst after a quiet time. Not for use by several threads at once.</summary>
public sealed class Pace(int perSecond, int burst, TimeProvider clock)
{
    private double _tokens = burst;
    private long _at = clock.GetTimestamp();

    /// <summary>Takes one, when there is one.</summary>
    public bool Take()
    {
        var now = clock.GetTimestamp();
        _tokens = Math.Min(burst, _tokens + (clock.GetElapsedTime(_at, now).TotalSeconds * perSecond));
        _at = now;
        if (_tokens < 1) return false;
        _tokens--;
        return true;
    }

    /// <summary>How long until there is one again.</summary>
    public TimeSpan Wait => TimeSpan.FromSeconds(Math.Max(0, 1 - _tokens) / perSecond);
}
