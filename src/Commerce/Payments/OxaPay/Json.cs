using System.Globalization;
using System.Text.Json;

namespace Lavka.Commerce.OxaPay;

/// <summary>
/// A forgiving look at JSON whose fields come as text, as a number, as null or not at all (spec D12, D14): a field that cannot be read is null.
/// </summary>
internal readonly struct Json(JsonElement element)
{
    public static Json? Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return new Json(document.RootElement.Clone());
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public Json Part(string name) => new(Field(name));

    public IEnumerable<Json> Items(string name) =>
        Field(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().Select(item => new Json(item)) : [];

    /// <summary>Text as it is; a number in the very digits it was written with.</summary>
    public string? Text(string name) => Field(name) switch
    {
        { ValueKind: JsonValueKind.String } text when Read(() => text.GetString()) is { } read && !string.IsNullOrWhiteSpace(read) => read.Trim(),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    };

    public decimal? Number(string name) =>
        decimal.TryParse(Text(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Seconds since 1970, UTC.</summary>
    public DateTimeOffset? Time(string name) =>
        Number(name) is > 0 and < 100_000_000_000 and var seconds ? DateTimeOffset.FromUnixTimeSeconds((long)seconds) : null;

    private JsonElement Field(string name)
    {
        var fields = element;
        return fields.ValueKind is JsonValueKind.Object ? Read(() => fields.TryGetProperty(name, out var value) ? value : default) : default;
    }

    /// <summary>Text with half of a character in it, <c>"\ud800"</c>, is JSON and cannot be read: the framework throws.</summary>
    private static T? Read<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            return default;
        }
    }
}
