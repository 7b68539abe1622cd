using System.Text.Json;

namespace Lavka.Simulator.Telegram.Api;

/// <summary>A JSON object of a call, read field by field; a field that nobody allowed is refused.</summary>
public sealed class StrictObject
{
    private readonly JsonElement _json;
    private readonly string _what;

    private StrictObject(JsonElement json, string what) => (_json, _what) = (json, what);

    public bool IsEmpty => !_json.EnumerateObject().Any();

    public static StrictObject Of(JsonElement json, string what) =>
        json.ValueKind == JsonValueKind.Object
            ? new StrictObject(json, what)
            : throw RefusedException.BadRequest($"can't parse {what}: expected an Object");

    public bool Has(string name) => _json.TryGetProperty(name, out _);

    /// <summary>Itself, once no field has another name.</summary>
    public StrictObject Allow(params ReadOnlySpan<string> names)
    {
        foreach (var field in _json.EnumerateObject())
            if (!names.Contains(field.Name))
                throw RefusedException.BadRequest($"unknown field \"{field.Name}\"");
        return this;
    }

    public string? Text(string name) => Field(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => JsonText.Of(text),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => throw WrongType(name, "String"),
    };

    public bool Flag(string name) => Field(name) switch
    {
        null => false,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        _ => throw WrongType(name, "Boolean"),
    };

    public int? Integer(string name) => Field(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt32(out var value) => value,
        _ => throw WrongType(name, "Number"),
    };

    /// <summary>A field that is an array of arrays, such as the rows of a keyboard; rows without buttons are dropped.</summary>
    public IReadOnlyList<IReadOnlyList<T>> Rows<T>(string name, string what, Func<JsonElement, T> read)
    {
        if (Field(name) is not { ValueKind: JsonValueKind.Array } rows)
            throw WrongType(name, "Array");
        if (rows.EnumerateArray().Any(row => row.ValueKind != JsonValueKind.Array))
            throw RefusedException.BadRequest($"can't parse {what}: expected an Array of Arrays");
        return [.. rows.EnumerateArray().Select(row => row.EnumerateArray().Select(read).ToArray()).Where(row => row.Length > 0)];
    }

    private JsonElement? Field(string name) => _json.TryGetProperty(name, out var field) && field.ValueKind != JsonValueKind.Null ? field : null;

    private RefusedException WrongType(string name, string type) => RefusedException.BadRequest($"can't parse {_what}: Field \"{name}\" must be of type {type}");
}
