using System.Globalization;
using System.Text;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Simulator.Carrier;

public sealed class LabelPdfTests
{
    [Theory]
    [InlineData("4x6", 4 * 72, 6 * 72)]
    [InlineData("letter", 8.5 * 72, 11 * 72)]
    public async Task A_label_is_one_page_of_the_paper_asked_for_with_everything_on_it(string layout, double width, double height)
    {
        await using var carrier = await CarrierHost.Start();
        var request = Sample.Label();
        request["label_layout"] = layout;
        var label = (await carrier.Post("/carrier/v2/labels", request)).Body;
        ((string)label["label_download"]!["pdf"]!).ShouldBe((string)label["label_download"]!["href"]!);

        carrier.Http.DefaultRequestHeaders.Remove("API-Key");
        var file = await carrier.Http.GetByteArrayAsync((string)label["label_download"]!["pdf"]!, TestContext.Current.CancellationToken);

        var text = Encoding.Latin1.GetString(file);
        text.ShouldStartWith("%PDF-");
        text.ShouldEndWith("%%EOF\n");
        Objects(text).Count(one => one.Contains("/Type /Page ", StringComparison.Ordinal)).ShouldBe(1);
        text.ShouldContain("/Count 1");
        text.ShouldContain(FormattableString.Invariant($"/MediaBox [0 0 {width} {height}]"));

        text.ShouldContain("(O'Brien & Sons #4)");
        text.ShouldContain(@"(215 Clayton St. \(rear\))");
        text.ShouldContain("(María Núñez)");
        text.ShouldContain("(New York, NY 10001-2345)");
        text.ShouldContain("(USPS GROUND ADVANTAGE)");
        text.ShouldContain("(2.5 LB)");
        text.ShouldContain("(SIMULATED - NOT VALID FOR POSTAGE)");
        text.ShouldContain($"({string.Join(' ', ((string)label["tracking_number"]!).Chunk(4).Select(four => new string(four)))})");
    }

    /// <summary>The objects of a PDF as a viewer finds them: from the end to the table, from the table to each object's first byte.</summary>
    private static List<string> Objects(string file)
    {
        var table = int.Parse(file.Split("startxref\n")[1].Split('\n')[0], CultureInfo.InvariantCulture);
        var lines = file[table..].Split('\n');
        lines[0].ShouldBe("xref");
        var count = int.Parse(lines[1].Split(' ')[1], CultureInfo.InvariantCulture);
        List<string> objects = [];
        for (var number = 1; number < count; number++)
        {
            lines[2 + number].Length.ShouldBe(19);
            var from = int.Parse(lines[2 + number][..10], CultureInfo.InvariantCulture);
            file[from..].ShouldStartWith($"{number} 0 obj\n");
            objects.Add(file[from..file.IndexOf("endobj", from, StringComparison.Ordinal)]);
        }
        return objects;
    }
}
