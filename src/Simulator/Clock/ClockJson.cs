using System.Text.Json.Serialization;

namespace Lavka.Simulator.Clock;

/// <summary>The clock's JSON: camel case.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ClockView))]
[JsonSerializable(typeof(ClockMove))]
internal sealed partial class ClockJson : JsonSerializerContext;
