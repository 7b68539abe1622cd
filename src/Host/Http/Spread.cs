using System.Globalization;

namespace Lavka.Host;

/// <summary>How the values of one series are spread: how many were at most each bound, how many there were, and their sum. Safe for many threads.</summary>
/// <param name="labels">As they stand between the braces; may be empty.</param>
/// <param name="bounds">Ascending.</param>
internal sealed class Spread(string labels, IReadOnlyList<double> bounds)
{
    private readonly Lock _lock = new();
    private readonly long[] _counts = new long[bounds.Count + 1];
    private double _sum;

    public string Labels => labels;

    public void Add(double value)
    {
        var at = 0;
        while (at < bounds.Count && value > bounds[at]) at++;
        lock (_lock)
        {
            _counts[at]++;
            _sum += value;
        }
    }

    /// <summary>A line for each bound, which counts those below it too, then the sum and the count.</summary>
    public IEnumerable<string> Lines(string name)
    {
        var (counts, sum) = Now();
        var (before, own) = (labels.Length == 0 ? "" : labels + ",", labels.Length == 0 ? "" : $"{{{labels}}}");
        var total = 0L;
        for (var at = 0; at < counts.Length; at++)
        {
            total += counts[at];
            var bound = at == bounds.Count ? "+Inf" : bounds[at].ToString(CultureInfo.InvariantCulture);
            yield return $"{name}_bucket{{{before}le=\"{bound}\"}} {total}";
        }
        yield return string.Create(CultureInfo.InvariantCulture, $"{name}_sum{own} {sum:0.######}");
        yield return $"{name}_count{own} {total}";
    }

    private (long[] Counts, double Sum) Now()
    {
        lock (_lock) return ([.. _counts], _sum);
    }
}
