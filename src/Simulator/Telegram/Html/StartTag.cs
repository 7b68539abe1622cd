using System.Text;

namespace Lavka.Simulator.Telegram.Html;

/// <summary>An opening tag with its attributes; only the names that Telegram knows.</summary>
public sealed class StartTag
{
    private readonly Dictionary<string, string> _attributes = new(StringComparer.Ordinal);

    private StartTag(string name) => Name = name;

    public string Name { get; }

    public string? Attribute(string name) => _attributes.GetValueOrDefault(name);

    /// <summary>The type of the entity on Telegram's wire.</summary>
    public string EntityType => Name switch
    {
        "b" or "strong" => "bold",
        "i" or "em" => "italic",
        "u" or "ins" => "underline",
        "s" or "strike" or "del" => "strikethrough",
        "tg-spoiler" or "span" => "spoiler",
        "blockquote" when _attributes.ContainsKey("expandable") => "expandable_blockquote",
        _ => Name,
    };

    /// <summary>The language of a block of code: <c>class="language-x"</c> on a code tag.</summary>
    public string? Language =>
        Name == "code" && Attribute("class") is { } named && named.StartsWith("language-", StringComparison.Ordinal) ? named["language-".Length..] : null;

    /// <summary>Reads the tag that begins at the position and moves behind it.</summary>
    public static StartTag Read(string html, ref int at)
    {
        var begin = at++;
        var place = $"at byte offset {Encoding.UTF8.GetByteCount(html.AsSpan(0, begin))}";
        var name = Until(html, ref at, static c => char.IsWhiteSpace(c) || c == '>').ToLowerInvariant();
        if (at == html.Length)
            throw HtmlParser.Broken($"Unclosed start tag {place}");
        if (!IsKnown(name))
            throw HtmlParser.Broken($"Unsupported start tag \"{name}\" {place}");

        var tag = new StartTag(name);
        while (tag.ReadAttribute(html, ref at, place))
        {
        }
        if (name == "span" && tag.Attribute("class") != "tg-spoiler")
            throw HtmlParser.Broken($"Tag \"span\" must have class \"tg-spoiler\" {place}");
        return tag;
    }

    private bool ReadAttribute(string html, ref int at, string place)
    {
        SkipSpace(html, ref at);
        if (at < html.Length && html[at] == '>')
        {
            at++;
            return false;
        }
        var name = Until(html, ref at, static c => char.IsWhiteSpace(c) || c is '=' or '>').ToLowerInvariant();
        if (name.Length == 0)
            throw HtmlParser.Broken($"Empty attribute name in the tag \"{Name}\" {place}");
        SkipSpace(html, ref at);
        if (at < html.Length && html[at] == '=')
        {
            at++;
            SkipSpace(html, ref at);
            _attributes[name] = ReadValue(html, ref at, place);
        }
        else if ((Name, name) is ("blockquote", "expandable"))
            _attributes[name] = "";
        else
            throw HtmlParser.Broken($"Expected equal sign in declaration of an attribute of the tag \"{Name}\" {place}");
        return at < html.Length ? true : throw HtmlParser.Broken($"Unclosed start tag {place}");
    }

    private static string ReadValue(string html, ref int at, string place)
    {
        if (at == html.Length)
            throw HtmlParser.Broken($"Unclosed start tag {place}");
        if (html[at] is not ('"' or '\''))
        {
            var token = Until(html, ref at, static c => !char.IsAsciiLetterOrDigit(c) && c is not ('.' or '-'));
            return at == html.Length || char.IsWhiteSpace(html[at]) || html[at] == '>'
                ? token.ToLowerInvariant()
                : throw HtmlParser.Broken($"Unexpected end of name token {place}");
        }
        var quote = html[at++];
        var value = new StringBuilder();
        while (at < html.Length && html[at] != quote)
            if (html[at] != '&' || !CharacterReference.TryRead(html, ref at, value))
                value.Append(html[at++]);
        if (at < html.Length)
            at++;
        return value.ToString();
    }

    private static bool IsKnown(string name) => name is
        "a" or "b" or "strong" or "i" or "em" or "u" or "ins" or "s" or "strike" or "del" or "code" or "pre" or "blockquote" or "tg-spoiler" or "span";

    private static string Until(string html, ref int at, Func<char, bool> ends)
    {
        var begin = at;
        while (at < html.Length && !ends(html[at]))
            at++;
        return html[begin..at];
    }

    private static void SkipSpace(string html, ref int at)
    {
        while (at < html.Length && char.IsWhiteSpace(html[at]))
            at++;
    }
}
