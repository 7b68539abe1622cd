namespace Lavka.Commerce;

/// <summary>What became of a hold; stored by name. It is closed once, in one way.</summary>
public enum HoldState
{
    Held,

    /// <summary>Spent.</summary>
    Captured,

    /// <summary>Given back to the wallet.</summary>
    Released,
}
