using System.Globalization;
using System.Net;
using System.Text;

namespace Lavka.Talk;

/// <summary>
/// A dialog as a picture (SVG without anything from elsewhere): boxes are questions and works, arrows are answers; a part of the dialog is a column.
/// Where every answer leads to the same question the arrow says nothing; else it says which answers.
/// </summary>
public static class Diagram
{
    private const int Width = 216;
    private const int Height = 44;
    private const int StepX = 316;
    private const int StepY = 72;
    private const int Top = 56;
    private const int LongestColumn = 12;
    private const int LongestLabel = 30;

    private static readonly Text Finish = new(ru: "Готово", en: "Done");

    public static string Svg(DialogMap map, Language language)
    {
        var (boxes, arrows) = Layout(map);
        var height = Top + (boxes.Max(box => box.Row) * StepY) + Height + 16;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{(boxes.Max(box => box.Column) * StepX) + Width + 120}" height="{height}" font-family="system-ui,'Noto Sans','Noto Color Emoji',sans-serif" font-size="13">
            <defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z" fill="#7d8b99"/></marker></defs>
            <rect width="100%" height="100%" fill="#fff"/>

            """);
        foreach (var column in boxes.GroupBy(box => box.Column))
        {
            if (column.First().Part is { } part)
                svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{X(column.Key)}\" y=\"30\" font-weight=\"600\" fill=\"#1d232a\">{Safe(part.Plain(language))}</text>\n");
        }
        foreach (var (from, to, labels) in arrows) Arrow(svg, from, to, string.Join(" / ", labels.Select(label => label.Plain(language)).Distinct()));
        foreach (var box in boxes)
        {
            var (x, y) = (X(box.Column), Y(box.Row));
            svg.Append(CultureInfo.InvariantCulture, $"""
                <g><rect x="{x}" y="{y}" width="{Width}" height="{Height}" rx="9" fill="{box.Fill}" stroke="#b9c3cd"{(box.IsOptional ? " stroke-dasharray=\"5 4\"" : "")}/>
                <text x="{x + 12}" y="{y + 19}" fill="#1d232a">{Safe(Short((box.Label ?? Finish).Plain(language)))}</text>
                <text x="{x + 12}" y="{y + 35}" font-size="11" fill="#8a949e">{Safe(box.About)}</text></g>

                """);
        }
        return svg.Append("</svg>\n").ToString();
    }

    private static (List<Box> Boxes, List<(Box From, Box To, List<Text> Labels)> Arrows) Layout(DialogMap map)
    {
        var keys = map.Scenes.ToDictionary(scene => scene.Id, scene => scene.Key);
        var steps = map.Ways.Where(way => way.IsAnswer && way.To != Passage.Left).Select(way => (From: keys[way.From], To: way.To == Passage.End ? way.To : keys[way.To], way.Label))
            .Where(step => step.From != step.To).ToList();
        var terms = map.Terms.ToDictionary(term => term.Key);
        var order = Sorted([.. map.Terms.Select(term => term.Key).Concat(map.Scenes.Select(scene => scene.Key)).Distinct().Where(key => steps.Exists(step => step.From == key || step.To == key))], steps);
        List<Box> boxes = [];
        foreach (var key in order.Append(Passage.End))
        {
            var (label, part) = map.Labels.TryGetValue(key, out var known) ? known : (null!, null);
            var last = boxes.LastOrDefault();
            var isNew = last is null || last.Row + 1 >= LongestColumn || (part is null ? null : part.Shape) != (last.Part is null ? null : last.Part.Shape);
            var term = terms.GetValueOrDefault(key);
            boxes.Add(new Box(key, label, part, isNew ? (last?.Column ?? -1) + 1 : last!.Column, isNew ? 0 : last!.Row + 1)
            {
                IsOptional = term?.IsOptional is true,
                About = key == Passage.End ? "" : term is null ? key + " · work" : $"{key} · {term.Type}",
                Fill = key == Passage.End ? "#e4f3e1" : term is null ? "#fdf3dc" : term.Type == "review" ? "#e6effa" : "#fff",
            });
        }
        var byKey = boxes.ToDictionary(box => box.Key);
        return (boxes, [.. steps.GroupBy(step => (step.From, step.To)).Select(same => (byKey[same.Key.From], byKey[same.Key.To], steps.Where(step => step.From == same.Key.From).Select(step => step.To).Distinct().Count() > 1 ? same.Select(step => step.Label).ToList() : []))]);
    }

    /// <summary>Every box before those that its answers lead to, as far as the dialog has no loop; else in the order in which they were met.</summary>
    private static List<string> Sorted(List<string> keys, List<(string From, string To, Text Label)> steps)
    {
        List<string> sorted = [];
        while (keys.Count > 0)
        {
            var next = keys.Find(key => !steps.Exists(step => step.To == key && keys.Contains(step.From))) ?? keys[0];
            sorted.Add(next);
            keys.Remove(next);
        }
        return sorted;
    }

    private static void Arrow(StringBuilder svg, Box from, Box to, string label)
    {
        var (x1, y1, x2, y2) = (X(from.Column), Y(from.Row), X(to.Column), Y(to.Row));
        string path;
        double labelX, labelY;
        if (from.Column == to.Column && to.Row == from.Row + 1)
        {
            path = Line($"M{x1 + (Width / 2)} {y1 + Height}V{y2 - 1}");
            (labelX, labelY) = (x1 + (Width / 2) + 8, y1 + Height + 18);
        }
        else if (from.Column == to.Column)
        {
            var bulge = 24 + (8 * Math.Abs(to.Row - from.Row));
            path = Line($"M{x1 + Width} {y1 + 28}C{x1 + Width + bulge} {y1 + 34} {x2 + Width + bulge} {y2 + 10} {x2 + Width + 1} {y2 + 16}");
            (labelX, labelY) = (x1 + Width + 8, y1 + Height + 14);
        }
        else
        {
            var side = to.Column > from.Column ? (Start: x1 + Width, End: x2 - 1, Pull: 70) : (Start: x1, End: x2 + Width + 1, Pull: -70);
            path = Line($"M{side.Start} {y1 + (Height / 2)}C{side.Start + side.Pull} {y1 + (Height / 2)} {side.End - side.Pull} {y2 + (Height / 2)} {side.End} {y2 + (Height / 2)}");
            (labelX, labelY) = (x1 + Width + 8, y1 + 16);
        }
        svg.Append(CultureInfo.InvariantCulture, $"<path d=\"{path}\" fill=\"none\" stroke=\"#7d8b99\" stroke-width=\"1.3\" marker-end=\"url(#tip)\"/>\n");
        if (label.Length > 0) svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{labelX}\" y=\"{labelY}\" font-size=\"11\" fill=\"#5b6875\" stroke=\"#fff\" stroke-width=\"4\" paint-order=\"stroke\">{Safe(Short(label))}</text>\n");
    }

    private static string Line(FormattableString path) => FormattableString.Invariant(path);

    private static int X(int column) => 24 + (column * StepX);

    private static int Y(int row) => Top - 8 + (row * StepY);

    private static string Short(string text) => text.Length > LongestLabel ? text[..(LongestLabel - 1)] + "…" : text;

    private static string Safe(string text) => WebUtility.HtmlEncode(text);

    private sealed record Box(string Key, Text? Label, Text? Part, int Column, int Row)
    {
        public bool IsOptional { get; init; }

        public required string About { get; init; }

        public required string Fill { get; init; }
    }
}
