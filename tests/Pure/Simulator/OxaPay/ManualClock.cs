namespace Lavka.Pure.Simulator.OxaPay;

/// <summary>A clock that stands still until it is turned; timers that fall due fire in their order while it turns.</summary>
internal sealed class ManualClock : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<Alarm> _alarms = [];
    private DateTimeOffset _now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return _now;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, () => callback(state));
        alarm.Change(dueTime, period);
        return alarm;
    }

    public void Turn(TimeSpan by)
    {
        var end = GetUtcNow() + by;
        while (Next(end) is { } alarm)
            alarm.Ring();
    }

    /// <summary>The next alarm due until then, taken off the list with the clock set to its time; at the end the clock shows the end.</summary>
    private Alarm? Next(DateTimeOffset end)
    {
        lock (_gate)
        {
            var alarm = _alarms.Where(one => one.Due <= end).MinBy(one => one.Due);
            _now = alarm?.Due > _now ? alarm.Due : alarm is null ? end : _now;
            if (alarm is not null)
                _alarms.Remove(alarm);
            return alarm;
        }
    }

    private sealed class Alarm(ManualClock clock, Action ring) : ITimer
    {
        public DateTimeOffset Due { get; private set; }

        public void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                clock._alarms.Remove(this);
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    Due = clock._now + dueTime;
                    clock._alarms.Add(this);
                }
            }
            return true;
        }

        public void Dispose()
        {
            lock (clock._gate)
                clock._alarms.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
