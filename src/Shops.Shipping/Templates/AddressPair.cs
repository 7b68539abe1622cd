namespace Lavka.Shops.Shipping;

/// <summary>What a template of this shop keeps: both ends of a shipment, with everything that belongs to them (shipping:C07).</summary>
public sealed record AddressPair(Address From, Address To)
{
    public Address this[Party party] => party is Party.Sender ? From : To;

    public AddressPair With(Party party, Address address) => party is Party.Sender ? this with { From = address } : this with { To = address };
}
