namespace Lavka.Shops.Shipping;

/// <summary>Where an order of a label is; stored by name.</summary>
public enum LabelState
{
    /// <summary>A rate is chosen; nothing was charged.</summary>
    Unpaid,

    /// <summary>The money is set aside and the carrier is being asked.</summary>
    Buying,

    /// <summary>The carrier never said whether it sold the label: the money stays set aside until the owner has looked.</summary>
    Unresolved,

    /// <summary>Bought and charged; the PDF is on its way.</summary>
    Bought,

    /// <summary>The customer has the PDF.</summary>
    Delivered,

    Cancelled,

    /// <summary>The rate is no longer good. Nothing was charged.</summary>
    Expired,
}
