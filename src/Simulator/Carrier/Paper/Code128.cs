namespace Lavka.Simulator.Carrier.Paper;

/// <summary>
/// Writes printable ASCII as a Code 128 bar code (ISO/IEC 15417): pairs of digits in set C where four or more stand together, set B otherwise,
/// check symbol and stop included. A scanner reads the result.
/// </summary>
public static class Code128
{
    private const int ToSetC = 99;
    private const int ToSetB = 100;
    private const int StartB = 104;
    private const int StartC = 105;
    private const int Stop = 106;

    /// <summary>Widths of bar, space, bar, space, bar, space of each symbol, in modules.</summary>
    private static readonly string[] Patterns =
    [
        "212222", "222122", "222221", "121223", "121322", "131222", "122213", "122312", "132212", "221213", "221312", "231212",
        "112232", "122132", "122231", "113222", "123122", "123221", "223211", "221132", "221231", "213212", "223112", "312131",
        "311222", "321122", "321221", "312212", "322112", "322211", "212123", "212321", "232121", "111323", "131123", "131321",
        "112313", "132113", "132311", "211313", "231113", "231311", "112133", "112331", "132131", "113123", "113321", "133121",
        "313121", "211331", "231131", "213113", "213311", "213131", "311123", "311321", "331121", "312113", "312311", "332111",
        "314111", "221411", "431111", "111224", "111422", "121124", "121421", "141122", "141221", "112214", "112412", "122114",
        "122411", "142112", "142211", "241211", "221114", "413111", "241112", "134111", "111242", "121142", "121241", "114212",
        "124112", "124211", "411212", "421112", "421211", "212141", "214121", "412121", "111143", "111341", "131141", "114113",
        "114311", "411113", "411311", "113141", "114131", "311141", "411131", "211412", "211214", "211232", "2331112",
    ];

    /// <summary>Widths in modules, beginning with a bar and alternating; quiet zones are left to the paper.</summary>
    public static IReadOnlyList<int> Encode(string text) =>
        [.. Symbols(text).SelectMany(symbol => Patterns[symbol]).Select(width => width - '0')];

    /// <summary>The symbols with start, check and stop.</summary>
    public static IReadOnlyList<int> Symbols(string text)
    {
        if (text.Length == 0 || text.Any(letter => letter is < ' ' or > '~'))
            throw new ArgumentException("A bar code holds printable ASCII, at least one character.", nameof(text));

        var inSetC = DigitsAt(text, 0) >= 4;
        List<int> symbols = [inSetC ? StartC : StartB];
        for (var place = 0; place < text.Length;)
        {
            var digits = DigitsAt(text, place);
            var wantsSetC = inSetC ? digits >= 2 : digits >= 4 && digits % 2 == 0;
            if (wantsSetC != inSetC)
            {
                symbols.Add(wantsSetC ? ToSetC : ToSetB);
                inSetC = wantsSetC;
            }
            symbols.Add(inSetC ? (text[place] - '0') * 10 + text[place + 1] - '0' : text[place] - ' ');
            place += inSetC ? 2 : 1;
        }
        symbols.Add(symbols.Select((symbol, index) => symbol * Math.Max(1, index)).Sum() % 103);
        symbols.Add(Stop);
        return symbols;
    }

    private static int DigitsAt(string text, int place) => text.Skip(place).TakeWhile(char.IsAsciiDigit).Count();
}
