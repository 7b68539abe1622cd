namespace Lavka.Shops.Shipping;

/// <summary>One end of a shipment; stored by its name.</summary>
public enum Party
{
    Sender,
    Recipient,
}
