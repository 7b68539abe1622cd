using System.Globalization;
using System.Text;

namespace Lavka.Simulator.Carrier.Paper;

/// <summary>One page of a PDF, drawn in points from its top left corner. Text is Latin-1 and stays searchable text in the file.</summary>
public sealed class Sheet(double width, double height)
{
    private readonly StringBuilder _drawn = new();
    private double _left;
    private double _top;

    /// <summary>Moves the origin: everything after it is drawn from there.</summary>
    public void MoveTo(double left, double top) => (_left, _top) = (left, top);

    /// <summary>Writes text whose baseline begins at the point, smaller than wished where it would be wider than allowed.</summary>
    public void Text(double x, double baseline, string text, double size, bool bold = false, double most = double.MaxValue, bool white = false)
    {
        var fitting = Helvetica.Fit(text, size, bold, most);
        Draw($"{(white ? 1 : 0)} g BT /{(bold ? "B" : "R")} {fitting:0.##} Tf {X(x)} {Y(baseline)} Td {PdfFile.Text(text)} Tj ET 0 g");
    }

    public void Centered(double x, double baseline, string text, double size, bool bold = false, double most = double.MaxValue, bool white = false)
    {
        var fitting = Helvetica.Fit(text, size, bold, most);
        Text(x - Helvetica.Width(text, fitting, bold) / 2, baseline, text, fitting, bold, white: white);
    }

    public void Box(double x, double y, double boxWidth, double boxHeight) =>
        Draw($"{X(x)} {Y(y + boxHeight)} {boxWidth:0.###} {boxHeight:0.###} re f");

    public void Line(double x1, double y1, double x2, double y2, double thickness = 1, bool dashed = false) =>
        Draw($"{(dashed ? "[4 3]" : "[]")} 0 d {thickness:0.##} w {X(x1)} {Y(y1)} m {X(x2)} {Y(y2)} l S");

    /// <summary>The finished file: one page, its title and the time it was made.</summary>
    public byte[] ToPdf(string title, DateTimeOffset made) => PdfFile.Of(_drawn.ToString(), width, height, title, made);

    private string X(double x) => (_left + x).ToString("0.###", CultureInfo.InvariantCulture);

    private string Y(double y) => (height - _top - y).ToString("0.###", CultureInfo.InvariantCulture);

    private void Draw(FormattableString operators) => _drawn.Append(FormattableString.Invariant(operators)).Append('\n');
}
