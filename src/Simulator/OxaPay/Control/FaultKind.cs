using System.Text.Json.Serialization;

namespace Lavka.Simulator.OxaPay.Control;

/// <summary>The ways in which the API can fail on request. <c>Lose</c> does the work and then drops the connection.</summary>
[JsonConverter(typeof(NamesOnly<FaultKind>))]
public enum FaultKind
{
    [JsonStringEnumMemberName("500")]
    Broken,

    [JsonStringEnumMemberName("slow")]
    Slow,

    [JsonStringEnumMemberName("lose")]
    Lose,
}
