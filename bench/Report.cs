using System.Globalization;
using System.Text;

namespace Lavka.Bench;

/// <summary>What a benchmark tells: everything on the console, and its tables, in Markdown, kept for the page of figures.</summary>
internal sealed class Report(TextWriter console)
{
    private readonly StringBuilder _tables = new();

    public static CultureInfo Culture => CultureInfo.InvariantCulture;

    /// <summary>The tables so far.</summary>
    public string Tables => _tables.ToString();

    /// <summary>A line that is of no use later, such as the figures of one round.</summary>
    public void Say(FormattableString text) => console.WriteLine(text.ToString(Culture));

    public void Head(params IReadOnlyList<string> columns)
    {
        Write("");
        Write($"| {string.Join(" | ", columns)} |");
        Write($"|---|{string.Concat(Enumerable.Repeat("---:|", columns.Count - 1))}");
    }

    public void Row(params FormattableString[] cells) => Write($"| {string.Join(" | ", cells.Select(cell => cell.ToString(Culture)))} |");

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private void Write(string line)
    {
        console.WriteLine(line);
        _tables.AppendLine(line);
    }
}
