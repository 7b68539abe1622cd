namespace Lavka.Commerce;

/// <summary>Why money moved; stored by name.</summary>
public enum PostingReason
{
    TopUp,
    Reserve,
    Capture,
    Release,

    /// <summary>The provider gave the payer his money back, so it leaves the wallet again.</summary>
    TopUpReturned,
}
