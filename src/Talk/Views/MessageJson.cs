using System.Text.Json.Serialization;

namespace Lavka.Talk;

/// <summary>How a message is kept in the outbox. Names are short words and never change their meaning; what is not set is not written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(Message))]
public sealed partial class MessageJson : JsonSerializerContext;
