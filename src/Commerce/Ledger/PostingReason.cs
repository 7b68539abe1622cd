namespace Lavka.Commerce;

/// <summary>Why money moved; stored by name.</summary>
public enum PostingReason
{
    TopUp,
    Reserve,
    Capture,
    Release,
}
