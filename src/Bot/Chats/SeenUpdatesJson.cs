using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lavka.Bot;

/// <summary>One string; before 0.2 it was an array with an id each, which is still read.</summary>
internal sealed class SeenUpdatesJson : JsonConverter<SeenUpdates>
{
    public override SeenUpdates Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is JsonTokenType.String) return SeenUpdates.Parse(reader.GetString()!);
        if (reader.TokenType is not JsonTokenType.StartArray) throw new JsonException("The seen updates are a string or an array.");
        var seen = SeenUpdates.None;
        while (reader.Read() && reader.TokenType is JsonTokenType.String) seen = seen.With(reader.GetString()!);
        return seen;
    }

    public override void Write(Utf8JsonWriter writer, SeenUpdates value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
