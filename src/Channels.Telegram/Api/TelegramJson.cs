using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lavka.Channels.Telegram;

/// <summary>What travels to the Bot API and back: snake_case, nulls left out, unknown fields ignored. Used through <see cref="Wire"/>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(WireText)])]
[JsonSerializable(typeof(GetMe))]
[JsonSerializable(typeof(SetWebhook))]
[JsonSerializable(typeof(GetWebhookInfo))]
[JsonSerializable(typeof(DeleteWebhook))]
[JsonSerializable(typeof(GetUpdates))]
[JsonSerializable(typeof(SetMyCommands))]
[JsonSerializable(typeof(SendMessage))]
[JsonSerializable(typeof(EditMessageText))]
[JsonSerializable(typeof(EditMessageCaption))]
[JsonSerializable(typeof(EditMessageReplyMarkup))]
[JsonSerializable(typeof(AnswerCallbackQuery))]
[JsonSerializable(typeof(AnswerPreCheckoutQuery))]
[JsonSerializable(typeof(SendChatAction))]
[JsonSerializable(typeof(DeleteMessage))]
[JsonSerializable(typeof(Envelope<bool>), TypeInfoPropertyName = "Done")]
[JsonSerializable(typeof(Envelope<BotAccount>))]
[JsonSerializable(typeof(Envelope<WebhookInfo>))]
[JsonSerializable(typeof(Envelope<SentMessage>))]
[JsonSerializable(typeof(Envelope<IReadOnlyList<SentMessage>>), TypeInfoPropertyName = "SentTogether")]
[JsonSerializable(typeof(IReadOnlyList<InputMedia>), TypeInfoPropertyName = "MediaGroup")]
[JsonSerializable(typeof(Envelope<JsonElement>))]
[JsonSerializable(typeof(UpdateWire))]
internal sealed partial class TelegramJson : JsonSerializerContext;
