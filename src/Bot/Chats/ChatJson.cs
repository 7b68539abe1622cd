using System.Text.Json.Serialization;

namespace Lavka.Bot;

/// <summary>How chats are stored: enums by name, nothing that is not set. A name written once keeps its meaning.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(ChatState))]
public sealed partial class ChatJson : JsonSerializerContext;
