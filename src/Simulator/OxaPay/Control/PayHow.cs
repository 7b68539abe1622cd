using System.Text.Json.Serialization;

namespace Lavka.Simulator.OxaPay.Control;

/// <summary>
/// How a payer behaves: pays the exact amount, 1 % less (within a usual coverage), 20 % less, 10 % more, or lets the invoice expire.
/// </summary>
[JsonConverter(typeof(NamesOnly<PayHow>))]
public enum PayHow
{
    [JsonStringEnumMemberName("exactly")]
    Exactly,

    [JsonStringEnumMemberName("less")]
    Less,

    [JsonStringEnumMemberName("under")]
    Under,

    [JsonStringEnumMemberName("more")]
    More,

    [JsonStringEnumMemberName("expire")]
    Expire,
}
