namespace Lavka.Shops.Shipping;

/// <summary>One end of a shipment inside the USA, exactly as the customer typed it; nothing is escaped or cut here (shipping:A21). A phone that was skipped is null (A27).</summary>
public sealed record Address(string Name, string Street, string? Street2, string City, string State, string Zip, string? Phone);
