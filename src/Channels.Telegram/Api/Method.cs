using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lavka.Channels.Telegram;

/// <summary>
/// A method of the Bot API with its arguments (core.telegram.org/bots/api). Property names are the API's in snake_case; what is null is not sent.
/// There is a record only for what Lavka uses.
/// </summary>
public abstract record Method<TResult>
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    [JsonIgnore]
    internal abstract string Name { get; }

    /// <summary>How long an answer is waited for.</summary>
    [JsonIgnore]
    internal virtual TimeSpan TimeLimit => TimeSpan.FromSeconds(10);

    internal virtual HttpContent Body() =>
        new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(this, Wire.Of(GetType()))) { Headers = { ContentType = Json } };
}
