namespace Lavka.Bot;

/// <summary>
/// What the messenger asks for with a 429: nothing at all is sent for as long as it says, since every call would make it longer. Afterwards all calls are paced, without
/// a burst that would fetch the next 429 at once, and a tenth slower after each further one, until a minute has passed without any. Counted by a clock that nobody can set.
/// </summary>
public sealed class Silence(int perSecond, TimeProvider clock)
{
    private static readonly TimeSpan Calm = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private Pace? _pace;
    private int _slower;
    private long _began;
    private TimeSpan _for;

    /// <summary>How much of it is left; zero or less when there is none.</summary>
    public TimeSpan Left
    {
        get
        {
            lock (_lock) return _pace is null ? TimeSpan.Zero : _for - clock.GetElapsedTime(_began);
        }
    }

    /// <summary>The messenger asks for it. Calls that were on their way together and are all answered so count as one.</summary>
    public void Keep(TimeSpan time)
    {
        lock (_lock)
        {
            var left = _pace is null ? TimeSpan.Zero : _for - clock.GetElapsedTime(_began);
            if (left <= TimeSpan.Zero) _pace = new Pace((int)Math.Max(1, perSecond * Math.Pow(0.9, _slower++)), Math.Max(1, perSecond / 10), clock);
            (_began, _for) = (clock.GetTimestamp(), time > left ? time : left);
        }
    }

    /// <summary>Takes leave for one call; how long to wait when there is none now.</summary>
    public TimeSpan? Take()
    {
        lock (_lock)
        {
            if (_pace is null) return null;
            if (clock.GetElapsedTime(_began) > _for + Calm)
            {
                (_pace, _slower) = (null, 0);
                return null;
            }
            return _pace.Take() ? null : _pace.Wait;
        }
    }
}
