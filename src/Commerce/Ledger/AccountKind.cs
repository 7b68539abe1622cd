namespace Lavka.Commerce;

/// <summary>What an account is for; stored by name. A wallet and what is held of it are never negative.</summary>
public enum AccountKind
{
    /// <summary>What a customer may spend: the shop owes it to him.</summary>
    Wallet,

    /// <summary>What is set aside for his open orders and is not spent yet.</summary>
    Held,

    /// <summary>Money at a payment provider; negative by what the provider received for us.</summary>
    Clearing,

    /// <summary>What the shop earned.</summary>
    Revenue,
}
