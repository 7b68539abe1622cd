using System.Text;
using Lavka.Simulator.Telegram.Texts;

namespace Lavka.Simulator.Telegram.Html;

/// <summary>
/// Reads a text of parse mode HTML the way Telegram's server does (tdlib, MessageEntity.cpp) and refuses it in the same words.
/// A character reference that Telegram does not know stays in the text as it is.
/// </summary>
public sealed class HtmlParser
{
    private readonly string _html;
    private readonly StringBuilder _text = new();
    private readonly Stack<OpenTag> _open = new();
    private readonly List<TextEntity> _entities = [];
    private int _at;

    private HtmlParser(string html) => _html = html;

    public static FormattedText Parse(string html) => new HtmlParser(html).Read();

    private FormattedText Read()
    {
        while (_at < _html.Length)
            ReadNext();
        if (_open.TryPeek(out var unclosed))
            throw Broken($"Can't find end tag corresponding to start tag \"{unclosed.Tag.Name}\"");
        return new FormattedText(_text.ToString(), [.. _entities.Select(Final).OrderBy(entity => entity.Offset).ThenByDescending(entity => entity.Length)]);
    }

    /// <summary>A language belongs to a block; on code inside a line it means nothing and is not sent on.</summary>
    private static TextEntity Final(TextEntity entity) => entity.Type == "code" ? entity with { Language = null } : entity;

    private void ReadNext()
    {
        var rest = _html.AsSpan(_at);
        if (rest.StartsWith("</"))
            Close();
        else if (rest[0] == '<')
            _open.Push(new OpenTag(StartTag.Read(_html, ref _at), _text.Length));
        else if (rest[0] != '&' || !CharacterReference.TryRead(_html, ref _at, _text))
            _text.Append(_html[_at++]);
    }

    private void Close()
    {
        var begin = _at;
        if (!_open.TryPop(out var open))
            throw Broken("Unexpected end tag", begin);
        var end = _html.IndexOf('>', begin);
        if (end < 0)
            throw Broken("Unclosed end tag", begin);
        _at = end + 1;
        var name = _html[(begin + 2)..end].Trim().ToLowerInvariant();
        if (name.Length > 0 && name != open.Tag.Name)
            throw Broken($"{At("Unmatched end tag", begin)}, expected \"</{open.Tag.Name}>\", found \"</{name}>\"");
        if (_text.Length > open.Offset)
            Mark(open);
    }

    private void Mark(OpenTag open)
    {
        var length = _text.Length - open.Offset;
        var last = _entities.Count > 0 ? _entities[^1] : null;
        var coversLast = last is not null && last.Offset == open.Offset && last.Length == length;
        switch (open.Tag.Name)
        {
            case "a":
                var url = open.Tag.Attribute("href") ?? _text.ToString(open.Offset, length);
                if (Link.IsValid(url))
                    _entities.Add(new TextEntity("text_link", open.Offset, length, Url: url));
                break;
            case "pre" when coversLast && last is { Type: "code", Language: not null }:
                _entities[^1] = last with { Type = "pre" };
                break;
            default:
                _entities.Add(new TextEntity(open.Tag.EntityType, open.Offset, length, Language: open.Tag.Language));
                break;
        }
    }

    private RefusedException Broken(string what, int at) => Broken(At(what, at));

    private string At(string what, int at) => $"{what} at byte offset {Encoding.UTF8.GetByteCount(_html.AsSpan(0, at))}";

    internal static RefusedException Broken(string what) => RefusedException.BadRequest($"can't parse entities: {what}");

    private readonly record struct OpenTag(StartTag Tag, int Offset);
}
