using System.Text.Json.Serialization;
using Lavka.Simulator.Telegram.State;

namespace Lavka.Simulator.Telegram.Control;

/// <summary>The tests' JSON: camel case, nothing written for what is absent.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(AcceptedCall[]))]
[JsonSerializable(typeof(RefusedCall[]))]
[JsonSerializable(typeof(QueueView))]
[JsonSerializable(typeof(Fault[]))]
[JsonSerializable(typeof(SendingLimits))]
[JsonSerializable(typeof(UpdateRequest))]
[JsonSerializable(typeof(BotRegistration))]
internal sealed partial class ControlJson : JsonSerializerContext;
