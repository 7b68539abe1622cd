namespace Lavka.Shops.Shipping;

/// <summary>
/// A label to be bought at a quoted rate. <paramref name="ExternalId"/> (1 to 50 characters) is ours and the same in every attempt: the vendor refuses it
/// the second time, and finds the label by it.
/// </summary>
public sealed record BuyLabel(Shipment Shipment, Rate Rate, string ExternalId);
