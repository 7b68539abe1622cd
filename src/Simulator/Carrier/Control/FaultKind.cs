using System.Text.Json.Serialization;

namespace Lavka.Simulator.Carrier.Control;

/// <summary>
/// The ways in which the carrier can fail on request. <c>Lose</c> does the work and then drops the connection;
/// <c>Funds</c> and <c>Address</c> are refusals of the carrier itself and strike only purchases.
/// </summary>
[JsonConverter(typeof(NamesOnly<FaultKind>))]
public enum FaultKind
{
    [JsonStringEnumMemberName("500")]
    Broken,

    [JsonStringEnumMemberName("429")]
    RateLimited,

    [JsonStringEnumMemberName("slow")]
    Slow,

    [JsonStringEnumMemberName("lose")]
    Lose,

    [JsonStringEnumMemberName("funds")]
    Funds,

    [JsonStringEnumMemberName("address")]
    Address,
}
