namespace Lavka.Commerce;

/// <summary>Where a payment is; stored by name. The order is the only direction in which it moves, see <see cref="PaymentProcess"/>.</summary>
public enum PaymentState
{
    /// <summary>Our row exists, the provider has not been asked yet.</summary>
    Created,

    /// <summary>The provider refused to issue an invoice.</summary>
    Failed,

    /// <summary>The invoice can be paid.</summary>
    Pending,

    /// <summary>Money was sent and waits for its confirmations.</summary>
    Paying,

    /// <summary>Less than agreed arrived; the rest may still come.</summary>
    Underpaid,

    /// <summary>Its time is over. Money that arrives late is still credited.</summary>
    Expired,

    /// <summary>The provider confirmed the money.</summary>
    Paid,

    /// <summary>The provider gave the money back.</summary>
    Refunded,
}
