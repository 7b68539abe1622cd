namespace Lavka.Commerce;

/// <summary>What a provider says of an invoice, in words that all providers share.</summary>
public enum ProviderStatus
{
    /// <summary>A word we do not know: recorded, never acted upon.</summary>
    Unknown,

    Waiting,

    Paying,

    /// <summary>Paid in full, or within the shortfall agreed with the provider, or accepted by the operator at the provider.</summary>
    Paid,

    Underpaid,

    Expired,

    Refunding,

    Refunded,
}
