using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Lavka.Talk;

/// <summary>What a messenger would refuse or cut, and what a person could not read. The numbers are Telegram's (core.telegram.org/bots/api).</summary>
internal static partial class Limits
{
    private const int LongestText = 4096;
    private const int LongestCaption = 1024;
    private const int MostInRow = 8;
    private const int MostButtons = 100;
    private const int MostData = 64;

    /// <summary>What one row of buttons has on a phone 390 px wide, with the gap between two buttons and the padding inside one.</summary>
    private const double RowWidth = 312;
    private const double Gap = 4;
    private const double Padding = 14;

    public static IEnumerable<string> Of(View view) =>
    [
        .. Enum.GetValues<Language>().SelectMany(language => Of(view.In(language), language)),
        .. view.Rows.SelectMany(row => row).Select(button => button.Label).Prepend(view.Body).SelectMany(text => text.Sentences).Select(text => text.Untranslated)
            .OfType<string>().Distinct().Select(text => $"Not translated: \"{text}\". If it is right in every language, write Text.Same."),
    ];

    /// <summary>Letters as a messenger counts them: without marks, in UTF-16 units.</summary>
    public static string Visible(string html) => WebUtility.HtmlDecode(Mark().Replace(html, ""));

    private static IEnumerable<string> Of(Message message, Language language)
    {
        var keys = message.Rows.SelectMany(row => row).ToList();
        var (length, most) = (Visible(message.Html).Length, message.File is null ? LongestText : LongestCaption);
        if (length > most) yield return $"{language}: the text has {length} characters, {most} are allowed.";
        if (length == 0) yield return $"{language}: there is no text.";
        if (message.Rows.Any(row => row.Count > MostInRow)) yield return $"{language}: more than {MostInRow} buttons in a row.";
        if (keys.Count > MostButtons) yield return $"{language}: {keys.Count} buttons, {MostButtons} are allowed.";
        foreach (var key in keys.Where(key => key.Data is { } data && Encoding.UTF8.GetByteCount(data) > MostData)) yield return $"{language}: the data of \"{key.Label}\" is longer than {MostData} bytes.";
        foreach (var row in message.Rows)
            foreach (var key in row.Where(key => Width(key.Label) > ((RowWidth - (Gap * (row.Count - 1))) / row.Count) - Padding))
                yield return $"{language}: \"{key.Label}\" is cut on a phone.";
    }

    /// <summary>Pixels of a label at 15 px, as a rule of thumb that was compared with a browser.</summary>
    internal static double Width(string label) => label.EnumerateRunes().Sum(rune => rune.Value switch
    {
        0xFE0F or 0x200D => 0,
        ' ' or '.' or ',' or ':' or ';' or '!' or '|' or '\'' or 'i' or 'j' or 'l' or 'I' => 4.2,
        't' or 'f' or 'r' or '(' or ')' or '/' or '-' => 5.2,
        'm' or 'w' or 'M' or 'W' or 'Ш' or 'Щ' or 'Ж' or 'Ю' or 'Ф' or 'ш' or 'щ' or 'ж' or 'ю' or 'ф' or '—' or '…' => 12.5,
        > 0x2190 => 20,
        >= 'А' and <= 'Я' or >= 'A' and <= 'Z' => 10,
        _ => 8.2,
    });

    [GeneratedRegex("<[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Mark();
}
