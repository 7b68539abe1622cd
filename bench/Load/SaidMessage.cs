using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Lavka.Bench.Load;

/// <summary>A message that a bot sends: JSON or a form's fields, whichever its library writes.</summary>
internal readonly record struct SaidMessage(long Chat, string Text)
{
    public static SaidMessage Read(ReadOnlySpan<byte> body) => body is [(byte)'{', ..] ? OfJson(body) : OfFields(Encoding.UTF8.GetString(body));

    private static SaidMessage OfJson(ReadOnlySpan<byte> body)
    {
        var (chat, text) = (0L, "");
        var reader = new Utf8JsonReader(body);
        while (reader.Read())
        {
            if (reader is not { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 }) continue;
            var (isChat, isText) = (reader.ValueTextEquals("chat_id"u8), reader.ValueTextEquals("text"u8));
            reader.Read();
            if (isChat) chat = reader.TokenType is JsonTokenType.Number ? reader.GetInt64() : long.Parse(reader.GetString()!, CultureInfo.InvariantCulture);
            else if (isText) text = reader.GetString()!;
            else reader.Skip();
        }
        return new SaidMessage(chat, text);
    }

    private static SaidMessage OfFields(string body)
    {
        var fields = body.Split('&').Select(field => field.Split('=', 2)).ToDictionary(field => field[0], field => WebUtility.UrlDecode(field[1]));
        return new SaidMessage(long.Parse(fields["chat_id"], CultureInfo.InvariantCulture), fields["text"]);
    }
}
