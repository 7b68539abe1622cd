namespace Lavka.Simulator.Carrier;

/// <summary>Gives out ids of the vendor's form, <c>se-</c> and digits. They rise with the clock, so a restarted simulator does not repeat them.</summary>
public sealed class Numbering(TimeProvider time)
{
    private long _last;

    public long Next()
    {
        while (true)
        {
            var last = Volatile.Read(ref _last);
            var next = Math.Max(last + 1, time.GetUtcNow().ToUnixTimeMilliseconds());
            if (Interlocked.CompareExchange(ref _last, next, last) == last)
                return next;
        }
    }

    public string NextId() => $"se-{Next()}";
}
