using System.Globalization;
using System.Text;

namespace Lavka.Talk;

/// <summary>
/// What a person wrote, letter by letter. It is compared with the labels of buttons in any language and case: every sign first, then letters and digits only.
/// </summary>
internal static class Spelling
{
    public static bool Same(string typed, Text label) => IsExactly(typed, label) || IsNearly(typed, label);

    /// <summary>The one option that is meant; null when it is none or might be several.</summary>
    public static T? Meant<T>(string typed, IReadOnlyList<T> options, Func<T, Text> label) where T : class =>
        Only(options.Where(option => IsExactly(typed, label(option)))) ?? Only(options.Where(option => IsNearly(typed, label(option))));

    /// <summary>Zero-width and control characters alone are no text.</summary>
    public static bool IsVisible(string typed) => typed.EnumerateRunes().Any(rune =>
        !Rune.IsWhiteSpace(rune) && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.Control));

    /// <summary>Half of a surrogate pair cannot be stored as UTF-8, and NUL not in every store: they become the replacement character before they would differ after a reload.</summary>
    public static string WellFormed(string typed) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(typed)).Replace('\0', '\uFFFD');

    /// <summary>The beginning of a text, at most so many characters with the ellipsis at its end; no visible character is torn.</summary>
    public static string Cut(string text, int most)
    {
        if (text.Length <= most) return text;
        var end = 0;
        for (var next = 0; (next += StringInfo.GetNextTextElementLength(text, end)) < most;) end = next;
        return text[..end] + "…";
    }

    private static bool IsExactly(string typed, Text label) => Spelled(label).Any(said => string.Equals(typed, said, StringComparison.OrdinalIgnoreCase));

    private static bool IsNearly(string typed, Text label) => Letters(typed) is { Length: > 0 } letters && Spelled(label).Any(said => letters == Letters(said));

    private static IEnumerable<string> Spelled(Text label) => Enum.GetValues<Language>().Select(label.Plain);

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private static T? Only<T>(IEnumerable<T> options) where T : class => options.Take(2).ToList() is [var only] ? only : null;
}
