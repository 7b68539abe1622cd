using System.Text.Json.Serialization;
using Lavka.Commerce;

namespace Lavka.Shops.Shipping;

/// <summary>
/// One offer of a carrier. <paramref name="CostCents"/> is what the shop pays (all parts of it, US cents); what the customer pays is <see cref="Pricing"/>'s business.
/// <paramref name="Days"/> and <paramref name="Arrives"/> are the carrier's estimate, null when it gives none; <paramref name="CarrierName"/> is what the
/// vendor calls the carrier, null in what older programs stored.
/// </summary>
public sealed record Rate(
    string Id, string CarrierId, string CarrierCode, Carrier Carrier, string ServiceCode, string Service, long CostCents, int? Days, DateOnly? Arrives,
    string? CarrierName = null)
{
    /// <summary>The carrier as people know it, never empty: also one that this program has never heard of has its own name (shipping:E06).</summary>
    [JsonIgnore]
    public string Who => RatesText.Name(Carrier) is { Length: > 0 } known ? known : CarrierName is { Length: > 0 } told ? told : CarrierCode;

    public Money Cost => new(CostCents, Currency.Usd);
}
