using System.Collections.Frozen;
using System.Text;

namespace Lavka.Shops.Shipping;

/// <summary>
/// Cyrillic spelled with English letters, as signs and maps do: Ёлкина Юлия becomes Yolkina Yuliya. Russian, Ukrainian, Belarusian and Kazakh letters are
/// known.
/// </summary>
public static class Latin
{
    private static readonly FrozenDictionary<char, string> Spelled = Pairs(
        "а a б b в v г g д d е e ё yo ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ъ  ы y ь  э e ю yu я ya " +
        "і i ї yi є ye ґ g ў u ә a ғ g қ q ң n ө o ұ u ү u һ h № #");

    /// <summary>Null when nothing in it is Cyrillic, or something is that cannot be spelled.</summary>
    public static string? Of(string text)
    {
        if (!text.Any(IsCyrillic)) return null;
        var written = new StringBuilder(text.Length * 2);
        foreach (var (at, letter) in text.Index())
        {
            if (!Spelled.TryGetValue(char.ToLowerInvariant(letter), out var latin))
            {
                if (IsCyrillic(letter)) return null;
                written.Append(letter);
            }
            else if (!char.IsUpper(letter) || latin.Length == 0) written.Append(latin);
            else written.Append(IsAmongCapitals(text, at) ? latin.ToUpperInvariant() : char.ToUpperInvariant(latin[0]) + latin[1..]);
        }
        return written.ToString();
    }

    private static bool IsCyrillic(char letter) => letter is >= '\u0400' and <= '\u04FF';

    /// <summary>ЮЛИЯ is YULIYA, Юлия is Yuliya.</summary>
    private static bool IsAmongCapitals(string text, int at) => (at > 0 && char.IsUpper(text[at - 1])) || (at + 1 < text.Length && char.IsUpper(text[at + 1]));

    private static FrozenDictionary<char, string> Pairs(string pairs)
    {
        var parts = pairs.Split(' ');
        return parts.Chunk(2).ToFrozenDictionary(pair => pair[0][0], pair => pair[1]);
    }
}
