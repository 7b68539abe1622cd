using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lavka.Channels.Telegram;

/// <summary>
/// A string that any store and any messenger can hold: halves of a character, broken UTF-8 and NUL become U+FFFD, in both directions.
/// The reader of the framework would throw on the first two, and one such message would silence its chat.
/// </summary>
internal sealed class WireText : JsonConverter<string>
{
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String) throw new JsonException("A string was expected.");
        var raw = Encoding.UTF8.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan);
        return Whole(reader.ValueIsEscaped ? Unescaped(raw) : raw);
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(Whole(value));

    private static string Whole(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 && !text.Contains('\0')) return text;
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) whole.Append(rune.Value == 0 ? Rune.ReplacementChar : rune);
        return whole.ToString();
    }

    // The reader has checked that every escape is complete.
    private static string Unescaped(string raw)
    {
        var text = new StringBuilder(raw.Length);
        for (var at = 0; at < raw.Length; at++)
        {
            if (raw[at] != '\\')
            {
                text.Append(raw[at]);
                continue;
            }
            text.Append(raw[++at] switch
            {
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'b' => '\b',
                'f' => '\f',
                'u' => (char)ushort.Parse(raw.AsSpan(at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
                var literal => literal,
            });
            if (raw[at] == 'u') at += 4;
        }
        return text.ToString();
    }
}
