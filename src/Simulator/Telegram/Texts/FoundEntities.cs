using System.Text.RegularExpressions;

namespace Lavka.Simulator.Telegram.Texts;

/// <summary>Finds in plain text what Telegram marks by itself: commands, links, e-mail addresses, mentions.</summary>
public static partial class FoundEntities
{
    public static IReadOnlyList<TextEntity> In(string text) =>
    [
        .. Marks(Commands(), "bot_command", text),
        .. Marks(Links(), "url", text),
        .. Marks(Emails(), "email", text),
        .. Marks(Mentions(), "mention", text),
    ];

    private static IEnumerable<TextEntity> Marks(Regex pattern, string type, string text) =>
        pattern.Matches(text).Select(match => new TextEntity(type, match.Index, match.Length));

    [GeneratedRegex(@"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(@[A-Za-z0-9_]{3,32})?(?![\w/])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Commands();

    [GeneratedRegex(@"https?://[^\s<>""]+[^\s<>"".,;:!?)]", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Links();

    [GeneratedRegex(@"(?<![\w.+-])[\w.+-]+@[\w-]+(\.[\w-]+)+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Emails();

    [GeneratedRegex(@"(?<![\w@.])@[A-Za-z][A-Za-z0-9_]{3,31}(?!\w)", RegexOptions.None, 1000)]
    private static partial Regex Mentions();
}
