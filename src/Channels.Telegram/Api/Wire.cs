using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Lavka.Channels.Telegram;

/// <summary>The one way JSON is written and read here. No body is ever shown by a browser, so Cyrillic and marks of HTML stay as they are.</summary>
internal static class Wire
{
    public static TelegramJson Json { get; } = new(new JsonSerializerOptions(TelegramJson.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        // A batch of updates is deeper than each of them: one that is too deep must be that one's fault, not the batch's.
        MaxDepth = 256,
    });

    public static JsonTypeInfo Of(Type type) =>
        Json.GetTypeInfo(type) ?? throw new InvalidOperationException($"{type} has no wire format: name it in {nameof(TelegramJson)}.");
}
