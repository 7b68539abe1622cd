namespace Lavka.Simulator.Carrier.Paper;

/// <summary>
/// How wide text is in Helvetica, one of the fourteen fonts every PDF viewer has of itself, so a label needs no font file on any machine.
/// Widths are those of Adobe's font metrics, in thousandths of the size; accented letters count as wide ones.
/// </summary>
public static class Helvetica
{
    private const int Accented = 722;

    private static readonly int[] Regular =
    [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
        556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
        556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ];

    private static readonly int[] Bold =
    [
        278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278,
        556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611,
        975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778,
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556,
        333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611,
        611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
    ];

    /// <summary>Width in points; exact for ASCII.</summary>
    public static double Width(string text, double size, bool bold) =>
        text.Sum(letter => letter is >= ' ' and <= '~' ? (bold ? Bold : Regular)[letter - ' '] : Accented) * size / 1000;

    /// <summary>The greatest size not above the wished one at which the text is no wider than allowed.</summary>
    public static double Fit(string text, double wished, bool bold, double width) =>
        Math.Min(wished, wished * width / Math.Max(1, Width(text, wished, bold)));
}
