namespace Lavka.Commerce;

/// <summary>What an event means for a payment.</summary>
public abstract record PaymentDecision
{
    private PaymentDecision()
    {
    }

    public sealed record Moved(PaymentState State, IReadOnlyList<PaymentEffect> Effects) : PaymentDecision;

    /// <summary>Late, repeated or unknown: recorded, nothing changes.</summary>
    public sealed record Ignored(string Reason) : PaymentDecision;
}
