using System.Numerics;

namespace Lavka.Bench.Load;

/// <summary>How long many things took, to a sixteenth of each; added from many threads.</summary>
internal sealed class Waits
{
    private const int Parts = 16;

    private readonly long[] _counts = new long[64 * Parts];

    public long Count => _counts.Sum();

    public void Add(TimeSpan wait) => Interlocked.Increment(ref _counts[Place((ulong)Math.Max(1, wait.TotalMicroseconds))]);

    /// <summary>So many of a hundred took no longer, in milliseconds; 0 when there is nothing.</summary>
    public double Milliseconds(double percent)
    {
        var (left, all) = (0L, Count);
        for (var place = 0; place < _counts.Length; place++)
            if ((left += _counts[place]) > 0 && left >= all * percent / 100) return Middle(place) / 1000;
        return 0;
    }

    private static int Place(ulong microseconds)
    {
        var power = BitOperations.Log2(microseconds);
        return (power * Parts) + (int)((double)(microseconds - (1UL << power)) / (1UL << power) * Parts);
    }

    private static double Middle(int place) => Math.Pow(2, place / Parts) * (1 + ((place % Parts) + 0.5) / Parts);
}
