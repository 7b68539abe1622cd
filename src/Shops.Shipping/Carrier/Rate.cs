using Lavka.Commerce;

namespace Lavka.Shops.Shipping;

/// <summary>
/// One offer of a carrier. <paramref name="CostCents"/> is what the shop pays (all parts of it, US cents); what the customer pays is <see cref="Pricing"/>'s business.
/// <paramref name="Days"/> and <paramref name="Arrives"/> are the carrier's estimate, null when it gives none.
/// </summary>
public sealed record Rate(
    string Id, string CarrierId, string CarrierCode, Carrier Carrier, string ServiceCode, string Service, long CostCents, int? Days, DateOnly? Arrives)
{
    public Money Cost => new(CostCents, Currency.Usd);
}
