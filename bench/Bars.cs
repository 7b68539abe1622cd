using System.Globalization;
using System.Net;
using System.Text;

namespace Lavka.Bench;

/// <summary>A plot of bars, one below another, as SVG: readable on a light and on a dark page.</summary>
internal static class Bars
{
    private const int Left = 190;
    private const int Full = 420;
    private const int Right = 90;
    private const int Step = 26;
    private const int Top = 34;
    private const int Gap = 20;

    /// <param name="plots">Each with a title and its bars; those that are ours stand out.</param>
    public static string Svg(IReadOnlyList<(string Title, IReadOnlyList<(string Name, double Value, bool IsOurs)> Bars)> plots)
    {
        var height = plots.Sum(plot => Top + (plot.Bars.Count * Step) + Gap);
        var svg = new StringBuilder(Invariant(
            $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Left + Full + Right} {height}" font-family="system-ui, sans-serif" font-size="13" fill="#6b7280">""")).AppendLine();
        var y = 0;
        foreach (var (title, bars) in plots)
        {
            svg.AppendLine(Invariant($"""<text x="{Left}" y="{y + 20}" font-weight="600">{WebUtility.HtmlEncode(title)}</text>"""));
            y += Top;
            foreach (var (name, value, isOurs) in bars)
            {
                var width = Math.Max(1, value / bars.Max(bar => bar.Value) * Full);
                svg.AppendLine(Invariant($"""<text x="{Left - 8}" y="{y + 14}" text-anchor="end">{WebUtility.HtmlEncode(name)}</text>"""));
                svg.AppendLine(Invariant($"""<rect x="{Left}" y="{y}" width="{width:0.#}" height="{Step - 7}" rx="3" fill="{(isOurs ? "#2563eb" : "#9ca3af")}"/>"""));
                svg.AppendLine(Invariant($"""<text x="{Left + width + 8:0.#}" y="{y + 14}">{value:N0}</text>"""));
                y += Step;
            }
            y += Gap;
        }
        return svg.Append("</svg>").AppendLine().ToString();
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
