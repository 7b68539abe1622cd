using System.Globalization;
using System.Text;

namespace Lavka.Simulator.Carrier.Paper;

/// <summary>
/// Writes a PDF 1.4 (ISO 32000) of one page from the page's drawing operators: six objects and their table. Text uses two fonts that every
/// viewer has of itself, <c>/R</c> and <c>/B</c>, and is stored uncompressed in Latin-1, so it can be found in the bytes.
/// </summary>
public static class PdfFile
{
    public static byte[] Of(string operators, double width, double height, string title, DateTimeOffset made)
    {
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            string.Create(CultureInfo.InvariantCulture, $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] /Contents 4 0 R /Resources << /Font << /R 5 0 R /B 6 0 R >> >> >>"),
            $"<< /Length {Encoding.Latin1.GetByteCount(operators)} >>\nstream\n{operators}\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
            string.Create(CultureInfo.InvariantCulture, $"<< /Title {Text(title)} /Producer (Lavka simulator) /CreationDate (D:{made.UtcDateTime:yyyyMMddHHmmss}Z) >>"),
        ];

        // One character is one byte in Latin-1, so lengths of text are offsets in the file.
        var file = new StringBuilder("%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n");
        var table = new StringBuilder($"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        for (var index = 0; index < objects.Length; index++)
        {
            table.Append(CultureInfo.InvariantCulture, $"{file.Length:D10} 00000 n \n");
            file.Append(CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n{objects[index]}\nendobj\n");
        }
        var start = file.Length;
        file.Append(table).Append(
            CultureInfo.InvariantCulture,
            $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R /Info {objects.Length} 0 R >>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    /// <summary>A string as PDF writes it.</summary>
    public static string Text(string text)
    {
        var escaped = text
            .Replace(@"\", @"\\", StringComparison.Ordinal)
            .Replace("(", @"\(", StringComparison.Ordinal)
            .Replace(")", @"\)", StringComparison.Ordinal);
        return $"({escaped})";
    }
}
