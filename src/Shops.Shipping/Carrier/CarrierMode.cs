namespace Lavka.Shops.Shipping;

/// <summary>
/// With which of its keys the shop works at the carrier; stored by name. Every order remembers the one it was quoted with (spec decision 21).
/// </summary>
public enum CarrierMode
{
    Production,

    /// <summary>Labels cost the shop nothing and cannot be used.</summary>
    Test,
}
