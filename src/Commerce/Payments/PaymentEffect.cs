namespace Lavka.Commerce;

/// <summary>What follows from a change of a payment, carried out in the transaction that saves it.</summary>
public abstract record PaymentEffect
{
    private PaymentEffect()
    {
    }

    /// <summary>Put it into the customer's wallet.</summary>
    public sealed record Credit(Money Amount) : PaymentEffect;

    /// <summary>Take out of the customer's wallet what this payment had brought, as far as it is still there.</summary>
    public sealed record TakeBack : PaymentEffect;

    /// <summary>Tell the customer what became of his payment.</summary>
    public sealed record TellCustomer : PaymentEffect;

    /// <summary>Tell the owner: a person has to look.</summary>
    public sealed record TellOwner : PaymentEffect;
}
