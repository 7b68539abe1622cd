namespace Lavka.Bot;

/// <summary>At most so many things a second, with a burst of as many after a quiet second. Not for use by several threads at once.</summary>
public sealed class Pace(int perSecond, TimeProvider clock)
{
    private double _tokens = perSecond;
    private long _at = clock.GetTimestamp();

    /// <summary>Takes one, when there is one.</summary>
    public bool Take()
    {
        var now = clock.GetTimestamp();
        _tokens = Math.Min(perSecond, _tokens + (clock.GetElapsedTime(_at, now).TotalSeconds * perSecond));
        _at = now;
        if (_tokens < 1) return false;
        _tokens--;
        return true;
    }

    /// <summary>How long until there is one again.</summary>
    public TimeSpan Wait => TimeSpan.FromSeconds(Math.Max(0, 1 - _tokens) / perSecond);
}
