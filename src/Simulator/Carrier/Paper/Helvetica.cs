namespace Lavka.Simulator.Carrier.Paper;

/// <summary>
/// How wide text is in Helvetica, one of the fourteen fonts every PDF viewer has of itself, so a label needs no font file on any machine.
/// Widths are those of Adobe's font metrics, in thousandths of the size; accented letters count as wide ones.
/// </summary>
public static class Helvetica
{
    private const double BoldIsWider = 1.07;

    private static readonly int[] Ascii =
    [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
        556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
        556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ];

    /// <summary>Width in points; exact for regular ASCII, a close upper bound for bold.</summary>
    public static double Width(string text, double size, bool bold) =>
        text.Sum(letter => letter is >= ' ' and <= '~' ? Ascii[letter - ' '] : 722) * size / 1000 * (bold ? BoldIsWider : 1);

    /// <summary>The greatest size not above the wished one at which the text is no wider than allowed.</summary>
    public static double Fit(string text, double wished, bool bold, double width) =>
        Math.Min(wished, wished * width / Math.Max(1, Width(text, wished, bold)));
}
