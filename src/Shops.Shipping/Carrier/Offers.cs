namespace Lavka.Shops.Shipping;

/// <summary>The rates of one shipment as they were quoted; they and their ids are good until <see cref="Expires"/> (UTC).</summary>
public sealed record Offers(IReadOnlyList<Rate> Rates, DateTimeOffset Expires);
