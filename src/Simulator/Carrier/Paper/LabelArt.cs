using System.Globalization;
using Lavka.Simulator.Carrier.Labels;
using Lavka.Simulator.Carrier.Wire;

namespace Lavka.Simulator.Carrier.Paper;

/// <summary>What a label looks like: carrier and service on top, sender, parcel, recipient, the bar code, and that it is no real postage.</summary>
public static class LabelArt
{
    public const double Width = 288;
    public const double Height = 432;
    private const double Margin = 14;
    private const double Inner = Width - 2 * Margin;

    public const string Notice = "SIMULATED - NOT VALID FOR POSTAGE";

    public static void Draw(Sheet sheet, Label label)
    {
        DrawCarrier(sheet, label);
        DrawSender(sheet, label.Shipment.ShipFrom!);
        DrawParcel(sheet, label);
        DrawRecipient(sheet, label.Shipment.ShipTo!);
        DrawBarCode(sheet, label);
        DrawNotice(sheet, label);
    }

    private static void DrawCarrier(Sheet sheet, Label label)
    {
        sheet.Box(Margin, 14, 44, 44);
        sheet.Centered(Margin + 22, 46, Brand(label)[..1], 30, bold: true, white: true);
        sheet.Text(Margin + 54, 34, Brand(label), 18, bold: true, most: Inner - 54);
        sheet.Text(Margin + 54, 50, "POSTAGE AND FEES: SIMULATOR", 8);
        sheet.Line(Margin, 66, Width - Margin, 66, 1.5);
        sheet.Centered(Width / 2, 85, label.Service.Type.ToUpperInvariant(), 16, bold: true, most: Inner);
        sheet.Line(Margin, 93, Width - Margin, 93, 1.5);
    }

    private static void DrawSender(Sheet sheet, Address from)
    {
        sheet.Text(Margin, 106, "FROM", 6.5, bold: true);
        var baseline = 116.0;
        foreach (var line in Lines(from).Append(from.Phone!))
        {
            sheet.Text(Margin, baseline, line, 8, most: 150);
            baseline += 10;
        }
    }

    private static void DrawParcel(Sheet sheet, Label label)
    {
        var package = label.Shipment.Packages![0];
        var (weight, size) = (package.Weight!.Value!.Value, package.Dimensions!);
        const double Left = 182;
        sheet.Text(Left, 106, "PARCEL", 6.5, bold: true);
        sheet.Text(Left, 120, string.Create(CultureInfo.InvariantCulture, $"{weight:0.##} LB"), 13, bold: true);
        sheet.Text(Left, 132, string.Create(CultureInfo.InvariantCulture, $"{size.Length:0.##} x {size.Width:0.##} x {size.Height:0.##} in"), 8, most: 90);
        sheet.Text(Left, 143, string.Create(CultureInfo.InvariantCulture, $"Ship date {label.BoughtAt:MM/dd/yyyy}"), 8);
        sheet.Text(Left, 154, string.Create(CultureInfo.InvariantCulture, $"Delivery {label.BoughtAt.AddDays(label.Service.Days):MM/dd/yyyy}"), 8);
    }

    private static void DrawRecipient(Sheet sheet, Address to)
    {
        sheet.Line(Margin, 186, Width - Margin, 186, 0.75);
        sheet.Text(Margin, 200, "SHIP", 8, bold: true);
        sheet.Text(Margin, 209, "TO", 8, bold: true);
        var baseline = 203.0;
        foreach (var line in Lines(to))
        {
            sheet.Text(Margin + 30, baseline, line, 13, bold: true, most: Inner - 30);
            baseline += 15;
        }
        sheet.Text(Margin + 30, baseline - 3, to.Phone!, 8);
    }

    private static void DrawBarCode(Sheet sheet, Label label)
    {
        sheet.Line(Margin, 282, Width - Margin, 282, 3);
        sheet.Centered(Width / 2, 296, $"{Brand(label)} TRACKING #", 10, bold: true);
        var widths = Code128.Encode(label.TrackingNumber);
        // Ten modules of silence on either side, as the standard asks.
        var module = Inner / (widths.Sum() + 20);
        var x = Margin + 10 * module;
        for (var index = 0; index < widths.Count; index++)
        {
            if (index % 2 == 0)
                sheet.Box(x, 304, widths[index] * module, 62);
            x += widths[index] * module;
        }
        sheet.Centered(Width / 2, 379, Grouped(label.TrackingNumber), 11, bold: true, most: Inner);
        sheet.Line(Margin, 387, Width - Margin, 387, 3);
    }

    private static void DrawNotice(Sheet sheet, Label label)
    {
        sheet.Text(Margin, 399, $"Ref {Latin(label.ExternalId)}", 7, most: Inner);
        sheet.Box(Margin, 404, Inner, 18);
        sheet.Centered(Width / 2, 417, Notice, 11, bold: true, most: Inner - 8, white: true);
    }

    private static IEnumerable<string> Lines(Address address)
    {
        string?[] lines =
        [
            address.Name, address.CompanyName is "-" ? null : address.CompanyName, address.AddressLine1, address.AddressLine2,
            $"{address.CityLocality}, {address.StateProvince} {address.PostalCode}",
        ];
        return lines.Where(line => !string.IsNullOrWhiteSpace(line)).Select(line => line!);
    }

    /// <summary>Who carries it: the first word of the service, for stamps_com sells the services of USPS.</summary>
    private static string Brand(Label label) => label.Service.Type.Split(' ')[0].TrimEnd('®').ToUpperInvariant();

    private static string Grouped(string number) => string.Join(' ', number.Chunk(4).Select(chunk => new string(chunk)));

    private static string Latin(string text) => new([.. text.Where(letter => letter <= '\u00ff')]);
}
