namespace Lavka.Shops.Shipping;

/// <summary>
/// What the order form ends with. The price is what the customer saw (US cents); the rate's id is good until <paramref name="Expires"/> (UTC) and only in the
/// <paramref name="Mode"/> in which it was quoted. <paramref name="Answers"/> open the form again at the choice of a rate.
/// </summary>
public sealed record ChosenRate(
    Shipment Shipment, Rate Rate, DateTimeOffset Expires, long PriceCents, IReadOnlyDictionary<string, string?> Answers,
    CarrierMode Mode = CarrierMode.Production);
