using System.Text.Json.Serialization;

namespace Lavka.Simulator.Telegram.Wire;

/// <summary>The Bot API's JSON: snake case, nothing written for what is absent.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WireAnswer))]
[JsonSerializable(typeof(WireCallbackQuery))]
[JsonSerializable(typeof(WireMemberUpdate))]
[JsonSerializable(typeof(WireWebhookInfo))]
[JsonSerializable(typeof(IReadOnlyList<WireCommand>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class WireJson : JsonSerializerContext;
