namespace Lavka.Simulator.Clock;

/// <summary>
/// The clock of everything the simulator does. It goes as the one beneath it and may be moved forward: every timer that fell due meanwhile fires then,
/// once and in order, at the new time, as on a machine that slept.
/// </summary>
public sealed class MovableClock(TimeProvider beneath) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly HashSet<Alarm> _alarms = [];
    private TimeSpan _ahead;

    private TimeProvider Beneath => beneath;

    /// <summary>How far it was moved so far.</summary>
    public TimeSpan Ahead
    {
        get
        {
            lock (_gate)
                return _ahead;
        }
    }

    public override TimeZoneInfo LocalTimeZone => beneath.LocalTimeZone;

    public override long TimestampFrequency => beneath.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => beneath.GetUtcNow() + Ahead;

    public override long GetTimestamp() => beneath.GetTimestamp() + (long)(Ahead.TotalSeconds * TimestampFrequency);

    /// <summary>Forward only: a messenger's clock does not go back.</summary>
    public void Move(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        Alarm[] alarms;
        lock (_gate)
        {
            _ahead += by;
            alarms = [.. _alarms.OrderBy(alarm => alarm.Due)];
        }
        foreach (var alarm in alarms)
            alarm.Rearm();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, () => callback(state));
        alarm.Change(dueTime, period);
        return alarm;
    }

    private sealed class Alarm : ITimer
    {
        private readonly MovableClock _clock;
        private readonly Action _ring;
        private readonly ITimer _beneath;
        private TimeSpan _period = Timeout.InfiniteTimeSpan;

        public Alarm(MovableClock clock, Action ring)
        {
            (_clock, _ring) = (clock, ring);
            _beneath = clock.Beneath.CreateTimer(_ => Ring(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        public DateTimeOffset Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (_clock._gate)
            {
                _period = period;
                _clock._alarms.Remove(this);
                if (dueTime == Timeout.InfiniteTimeSpan)
                    return _beneath.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                Due = _clock.GetUtcNow() + dueTime;
                _clock._alarms.Add(this);
                return _beneath.Change(dueTime, Timeout.InfiniteTimeSpan);
            }
        }

        /// <summary>After the clock moved: rings at once when its time has passed.</summary>
        public void Rearm()
        {
            lock (_clock._gate)
            {
                if (!_clock._alarms.Contains(this))
                    return;
                if (Due - _clock.GetUtcNow() is { } wait && wait > TimeSpan.Zero)
                {
                    _beneath.Change(wait, Timeout.InfiniteTimeSpan);
                    return;
                }
                _beneath.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            }
            Ring();
        }

        public void Dispose()
        {
            lock (_clock._gate)
                _clock._alarms.Remove(this);
            _beneath.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        /// <summary>The time and a move may both bring it about; it rings once.</summary>
        private void Ring()
        {
            lock (_clock._gate)
            {
                if (!_clock._alarms.Remove(this))
                    return;
                if (_period > TimeSpan.Zero)
                {
                    Due = _clock.GetUtcNow() + _period;
                    _clock._alarms.Add(this);
                    _beneath.Change(_period, Timeout.InfiniteTimeSpan);
                }
            }
            _ring();
        }
    }
}
