using System.Globalization;
using System.Text;

namespace Lavka.Simulator.Telegram.Html;

/// <summary>The character references that Telegram decodes: lt, gt, amp, quot and numbers; the semicolon may be missing.</summary>
public static class CharacterReference
{
    /// <summary>Appends the decoded character and moves behind the reference; anything else is left where it is.</summary>
    public static bool TryRead(string html, ref int at, StringBuilder text)
    {
        var rest = html.AsSpan(at + 1);
        var length = Length(rest);
        if (Decode(rest[..length]) is not { } character)
            return false;
        text.Append(character);
        at += 1 + length;
        if (at < html.Length && html[at] == ';')
            at++;
        return true;
    }

    private static int Length(ReadOnlySpan<char> rest)
    {
        var length = rest.StartsWith("#") ? 1 : 0;
        while (length < rest.Length && char.IsAsciiLetterOrDigit(rest[length]))
            length++;
        return length;
    }

    private static string? Decode(ReadOnlySpan<char> reference) => reference switch
    {
        "lt" => "<",
        "gt" => ">",
        "amp" => "&",
        "quot" => "\"",
        ['#', 'x', .. var digits] when int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) => Character(code),
        ['#', .. var digits] when int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var code) => Character(code),
        _ => null,
    };

    private static string? Character(int code) => code > 0 && Rune.IsValid(code) ? new Rune(code).ToString() : null;
}
