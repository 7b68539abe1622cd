using System.Globalization;

namespace Lavka.Bench;

/// <summary>Writes figures as the rows of a Markdown table.</summary>
internal static class Table
{
    public static CultureInfo Culture => CultureInfo.InvariantCulture;

    public static void Line(FormattableString text) => Console.WriteLine(text.ToString(Culture));

    public static void Head(params IReadOnlyList<string> columns)
    {
        Console.WriteLine();
        Console.WriteLine($"| {string.Join(" | ", columns)} |");
        Console.WriteLine($"|---|{string.Concat(Enumerable.Repeat("---:|", columns.Count - 1))}");
    }

    public static void Row(string what, double time, long bytes) => Line($"| {what} | {time:0.0} | {bytes:N0} |");

    /// <summary>The medians of both, and the median of their ratio, round by round: it holds when the machine's speed drifts.</summary>
    public static void Row(string what, IEnumerable<double> ours, IEnumerable<double> theirs)
    {
        var pairs = ours.Zip(theirs).ToList();
        Line($"| {what} | {Median(pairs.Select(pair => pair.First)):0.0} | {Median(pairs.Select(pair => pair.Second)):0} | 1 : {Median(pairs.Select(pair => pair.Second / pair.First)):0} |");
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
