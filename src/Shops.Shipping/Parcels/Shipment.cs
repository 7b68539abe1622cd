namespace Lavka.Shops.Shipping;

/// <summary>All that a carrier has to know to quote.</summary>
public sealed record Shipment(Address From, Address To, Parcel Parcel);
