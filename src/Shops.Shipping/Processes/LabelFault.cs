namespace Lavka.Shops.Shipping;

/// <summary>Why a carrier did not sell a label; stored by name.</summary>
public enum LabelFault
{
    /// <summary>The carrier does not like the shipment: the customer can mend it.</summary>
    Shipment,

    /// <summary>The rate is too old: new rates have to be asked for.</summary>
    RateExpired,

    /// <summary>The shop's account at the carrier is empty: the owner has to act (shipping:E15).</summary>
    NoFunds,
}
