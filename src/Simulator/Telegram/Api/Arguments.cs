using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lavka.Simulator.Telegram.Api;

/// <summary>
/// The fields of a call. Like Telegram's server it takes the same value from a query, a form or JSON:
/// a number may be spelled as a string, an object as a string of JSON.
/// </summary>
public sealed class Arguments(IReadOnlyDictionary<string, JsonElement> fields, IReadOnlyDictionary<string, Upload> uploads)
{
    private const string Attached = "attach://";

    private static readonly string[] Structured =
    [
        "reply_markup", "entities", "caption_entities", "reply_parameters", "link_preview_options",
        "commands", "scope", "allowed_updates", "menu_button", "message_ids", "media",
    ];

    /// <summary>Throws for a field that is not in the list, and for a file that no field points to.</summary>
    public void RefuseOthersThan(IReadOnlyList<string> names)
    {
        var loose = uploads.Keys.Where(name => !fields.Keys.Any(field => Text(field)?.Contains(Attached + name, StringComparison.Ordinal) == true));
        Refuse(fields.Keys.Concat(loose).FirstOrDefault(name => !names.Contains(name)));
    }

    /// <summary>The fields of an object inside of this call, with the files of the call. Throws for a field that is not in the list.</summary>
    public Arguments Inside(JsonElement json, string what, IReadOnlyList<string> names)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw RefusedException.BadRequest($"can't parse {what}: expected an Object");
        var inner = json.EnumerateObject().ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal);
        Refuse(inner.Keys.FirstOrDefault(name => !names.Contains(name)));
        return new Arguments(inner, uploads);
    }

    /// <summary>The file sent under the name itself, or under another to which the field points by <c>attach://</c>.</summary>
    public Upload? File(string name) =>
        uploads.GetValueOrDefault(name)
        ?? (Text(name) is { } text && text.StartsWith(Attached, StringComparison.Ordinal) ? uploads.GetValueOrDefault(text[Attached.Length..]) : null);

    /// <summary>Null when absent; numbers and objects as their JSON text.</summary>
    public string? Text(string name) => Field(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => JsonText.Of(text),
        { } other => other.GetRawText(),
    };

    /// <summary>Null when absent or not a number.</summary>
    public long? Integer(string name) =>
        long.TryParse(Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public bool Flag(string name) => Text(name)?.ToLowerInvariant() is "true" or "1" or "yes" or "t" or "y";

    /// <summary>A structured field, whether it came as JSON or as a string of JSON; null when absent or empty.</summary>
    public JsonElement? Json(string name)
    {
        if (Field(name) is not { ValueKind: JsonValueKind.String } text)
            return Field(name);
        var json = JsonText.Of(text);
        return json.Length == 0 ? null : Parsed(json) ?? throw RefusedException.BadRequest($"can't parse {name.Replace('_', ' ')} JSON object");
    }

    /// <summary>The value of a field and the arguments without it.</summary>
    public string? Take(string name, out Arguments rest)
    {
        rest = new Arguments(fields.Where(field => field.Key != name).ToDictionary(StringComparer.Ordinal), uploads);
        return Text(name);
    }

    /// <summary>For the log: what was asked, structured fields as JSON, files by name and size.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject();
        foreach (var (name, value) in fields)
            json[name] = JsonNode.Parse(Readable(name, value).GetRawText());
        foreach (var (name, upload) in uploads)
            json[name] = $"{upload.Name} ({upload.Bytes.Length.ToString(CultureInfo.InvariantCulture)} bytes)";
        return json;
    }

    private static void Refuse(string? unknown)
    {
        if (unknown is not null)
            throw RefusedException.BadRequest($"unknown field \"{unknown}\"");
    }

    private static JsonElement Readable(string name, JsonElement value) =>
        value.ValueKind == JsonValueKind.String && Structured.Contains(name) ? Parsed(JsonText.Of(value)) ?? value : value;

    private static JsonElement? Parsed(string json)
    {
        try
        {
            return JsonElement.Parse(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private JsonElement? Field(string name) =>
        fields.TryGetValue(name, out var field) && field.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined) ? field : null;
}
