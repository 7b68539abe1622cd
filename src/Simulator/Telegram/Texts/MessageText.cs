using System.Text.Json;
using Lavka.Simulator.Telegram.Api;
using Lavka.Simulator.Telegram.Html;

namespace Lavka.Simulator.Telegram.Texts;

/// <summary>Reads the text or caption of a call: entities parsed, trimmed, measured in UTF-16 units, in that order.</summary>
public static class MessageText
{
    public const int MostText = 4096;
    public const int MostCaption = 1024;

    public static FormattedText Read(Arguments arguments)
    {
        var text = Read(arguments, "text", "entities");
        return text.Text.Length switch
        {
            0 => throw RefusedException.BadRequest("message text is empty"),
            > MostText => throw RefusedException.BadRequest("message is too long"),
            _ => text,
        };
    }

    /// <summary>A caption may be empty.</summary>
    public static FormattedText ReadCaption(Arguments arguments)
    {
        var caption = Read(arguments, "caption", "caption_entities");
        return caption.Text.Length <= MostCaption ? caption : throw RefusedException.BadRequest("message caption is too long");
    }

    private static FormattedText Read(Arguments arguments, string field, string entitiesField)
    {
        var text = arguments.Text(field) ?? "";
        var formatted = arguments.Text("parse_mode")?.ToLowerInvariant() switch
        {
            null or "" => new FormattedText(text, Entities(arguments.Json(entitiesField), text)),
            "html" => HtmlParser.Parse(text),
            "markdown" or "markdownv2" => throw RefusedException.BadRequest("the simulator reads parse_mode HTML only"),
            _ => throw RefusedException.BadRequest("unsupported parse_mode"),
        };
        return formatted.Trim().WithFoundEntities();
    }

    private static TextEntity[] Entities(JsonElement? json, string text) => json switch
    {
        null => [],
        { ValueKind: JsonValueKind.Array } array => [.. array.EnumerateArray().Select(entity => Entity(entity, text))],
        _ => throw RefusedException.BadRequest("can't parse entities: expected an Array"),
    };

    private static TextEntity Entity(JsonElement json, string text)
    {
        var entity = StrictObject.Of(json, "MessageEntity").Allow("type", "offset", "length", "url", "language");
        var type = entity.Text("type") ?? throw RefusedException.BadRequest("can't parse MessageEntity: Can't find field \"type\"");
        var (offset, length) = (entity.Integer("offset") ?? 0, entity.Integer("length") ?? 0);
        return offset >= 0 && length > 0 && offset + length <= text.Length
            ? new TextEntity(type, offset, length, entity.Text("url"), entity.Text("language"))
            : throw RefusedException.BadRequest("entity is outside of the text");
    }
}
