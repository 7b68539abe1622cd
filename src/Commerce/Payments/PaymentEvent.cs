namespace Lavka.Commerce;

/// <summary>What can happen to a payment.</summary>
public abstract record PaymentEvent
{
    private PaymentEvent()
    {
    }

    /// <summary>The provider issued an invoice.</summary>
    public sealed record Issued : PaymentEvent;

    /// <summary>The provider will not issue one.</summary>
    public sealed record Refused(string Why) : PaymentEvent;

    /// <summary>The provider was asked. <paramref name="IsOver"/>: the invoice's time has passed, nothing more is expected to arrive.</summary>
    public sealed record Observed(ProviderStatus Status, Money? Value, bool IsOver) : PaymentEvent;

    /// <summary>We stop asking: the provider never said that the invoice expired, but it has.</summary>
    public sealed record TimeIsUp : PaymentEvent;
}
