namespace Lavka.Simulator.Telegram.Control;

/// <summary>
/// So many messages a second, and so many at once after a pause. Whoever goes on is kept away, and each call made meanwhile keeps him away a second longer.
/// Not for several threads at once.
/// </summary>
public sealed class Allowance(double perSecond, int burst, TimeProvider time)
{
    private double _left = burst;
    private DateTimeOffset _at = time.GetUtcNow();
    private DateTimeOffset _closedUntil;

    /// <summary>How long to keep away; null when the messages may go.</summary>
    public TimeSpan? Take(int messages)
    {
        var now = time.GetUtcNow();
        if (now < _closedUntil)
        {
            _closedUntil += TimeSpan.FromSeconds(1);
            return WholeSeconds(_closedUntil - now);
        }
        _left = Math.Min(burst, _left + ((now - _at).TotalSeconds * perSecond));
        _at = now;
        if (_left >= Math.Min(messages, burst))
        {
            _left -= messages;
            return null;
        }
        var wait = WholeSeconds(TimeSpan.FromSeconds((Math.Min(messages, burst) - _left) / perSecond));
        _closedUntil = now + wait;
        return wait;
    }

    private static TimeSpan WholeSeconds(TimeSpan wait) => TimeSpan.FromSeconds(Math.Max(1, Math.Ceiling(wait.TotalSeconds)));
}
