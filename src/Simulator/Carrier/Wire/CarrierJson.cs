using System.Text.Json.Serialization;
using Lavka.Simulator.Carrier.Control;

namespace Lavka.Simulator.Carrier.Wire;

/// <summary>Every JSON form of the carrier: snake_case, unknown and repeated fields refused, absent values left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(ErrorResponse))]
[JsonSerializable(typeof(CarriersResponse))]
[JsonSerializable(typeof(RatesRequest))]
[JsonSerializable(typeof(RatesResponse))]
[JsonSerializable(typeof(LabelRequest))]
[JsonSerializable(typeof(LabelResponse))]
[JsonSerializable(typeof(VoidResponse))]
[JsonSerializable(typeof(IReadOnlyList<LabelResponse>))]
[JsonSerializable(typeof(IReadOnlyList<RecordedRequest>))]
[JsonSerializable(typeof(FaultRequest))]
[JsonSerializable(typeof(IReadOnlyList<FaultRequest>))]
[JsonSerializable(typeof(CarriersRequest))]
public sealed partial class CarrierJson : JsonSerializerContext;
