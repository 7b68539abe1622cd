namespace Lavka.Commerce;

/// <summary>What became of a customer's wish to top up his wallet.</summary>
public abstract record TopUp
{
    private TopUp()
    {
    }

    /// <summary>The invoice is being asked for; it comes as a message of its own.</summary>
    public sealed record Begun(PaymentId Payment, Money Amount) : TopUp;

    /// <summary>An invoice for the same is open already, or being made.</summary>
    public sealed record StillOpen(Payment Payment) : TopUp;

    /// <summary>There is no such payment of this customer's, or it is not over.</summary>
    public sealed record NothingToRepeat : TopUp;

    public sealed record OutOfLimits(AmountLimits Limits) : TopUp;

    /// <summary>The shop has no payment provider now.</summary>
    public sealed record NotOffered : TopUp;
}
