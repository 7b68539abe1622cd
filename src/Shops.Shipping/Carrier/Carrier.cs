namespace Lavka.Shops.Shipping;

/// <summary>Who carries, as customers know them, in the order in which they are listed (spec 2.5); stored by name. Stamps.com is USPS.</summary>
public enum Carrier
{
    Usps,
    FedEx,
    Ups,
    Other,
}
