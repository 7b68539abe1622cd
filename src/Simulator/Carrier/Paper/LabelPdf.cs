using Lavka.Simulator.Carrier.Labels;

namespace Lavka.Simulator.Carrier.Paper;

/// <summary>
/// Prints a label as a PDF of one page: the label itself on 4x6 inches, or the same label on letter paper with a line to cut along.
/// Addresses appear exactly as the shop sent them.
/// </summary>
public static class LabelPdf
{
    private const double Inch = 72;

    public static byte[] Print(Label label)
    {
        var sheet = label.Layout is "letter" ? Letter() : new Sheet(LabelArt.Width, LabelArt.Height);
        LabelArt.Draw(sheet, label);
        return sheet.ToPdf($"{label.Carrier.Code} {label.TrackingNumber}", label.BoughtAt);
    }

    private static Sheet Letter()
    {
        var sheet = new Sheet(8.5 * Inch, 11 * Inch);
        var (left, top) = ((8.5 * Inch - LabelArt.Width) / 2, Inch);
        var (right, bottom) = (left + LabelArt.Width, top + LabelArt.Height);
        sheet.Line(left, top, right, top, 0.5, dashed: true);
        sheet.Line(left, bottom, right, bottom, 0.5, dashed: true);
        sheet.Line(left, top, left, bottom, 0.5, dashed: true);
        sheet.Line(right, top, right, bottom, 0.5, dashed: true);
        sheet.Centered(4.25 * Inch, bottom + 24, "Cut along the dashed line and fix the label to the parcel.", 9);
        sheet.Centered(4.25 * Inch, bottom + 37, "Do not cover the bar code with tape.", 9);
        sheet.MoveTo(left, top);
        return sheet;
    }
}
