namespace Lavka.Shops.Shipping;

/// <summary>What the owner says of a label whose purchase was never answered.</summary>
public sealed record VerdictArgs(string Order, CarrierMode Mode, bool WasBought);
