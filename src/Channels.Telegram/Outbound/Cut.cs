using System.Globalization;

namespace Lavka.Channels.Telegram;

/// <summary>
/// Shortens what is too long for Telegram, ending it with an ellipsis. Lengths are UTF-16 units of what is shown, so they are never below Telegram's own count.
/// No tag, entity or visible character is torn, and what was open is closed.
/// </summary>
internal static class Cut
{
    private const string Ellipsis = "…";

    public static string Plain(string text, int limit)
    {
        if (text.Length <= limit) return text;
        var end = 0;
        for (var next = 0; (next += StringInfo.GetNextTextElementLength(text, end)) < limit;) end = next;
        return text[..end] + Ellipsis;
    }

    public static string Html(string html, int limit)
    {
        if (html.Length <= limit) return html;
        var (shown, end) = (0, 0);
        for (var at = 0; at < html.Length;)
        {
            var piece = Piece(html.AsSpan(at));
            shown += Shown(piece);
            if (shown > limit) return html[..end] + Ellipsis + Closing(html.AsSpan(0, end));
            at += piece.Length;
            if (shown < limit) end = at;
        }
        return html;
    }

    /// <summary>The next thing that must stay whole: a tag, an entity, or a visible character, which may be many units (a family of emoji).</summary>
    private static ReadOnlySpan<char> Piece(ReadOnlySpan<char> html)
    {
        var end = html[0] switch { '<' => html.IndexOf('>'), '&' => html.IndexOf(';'), _ => -1 };
        if (end > 0 && (html[0] == '<' || html[1..end].IndexOfAnyExceptInRange('#', 'z') < 0)) return html[..(end + 1)];
        var mark = html[1..].IndexOfAny('<', '&');
        return html[..StringInfo.GetNextTextElementLength(mark < 0 ? html : html[..(mark + 1)])];
    }

    private static int Shown(ReadOnlySpan<char> piece) => piece switch
    {
        ['<', .., '>'] => 0,
        "&lt;" or "&gt;" or "&amp;" or "&quot;" => 1,
        ['&', '#', .., ';'] => 2,
        _ => piece.Length,
    };

    private static string Closing(ReadOnlySpan<char> html)
    {
        var open = new Stack<string>();
        while (html.IndexOf('<') is >= 0 and var at)
        {
            html = html[at..];
            var tag = Piece(html);
            if (tag is ['<', '/', ..]) open.TryPop(out _);
            else if (tag is ['<', .., '>']) open.Push($"</{tag[1..^1]}>");
            html = html[tag.Length..];
        }
        return string.Concat(open);
    }
}
