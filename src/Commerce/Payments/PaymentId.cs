namespace Lavka.Commerce;

/// <summary>One payment of ours; also the order_id that a provider is given, well below the 50 characters that OxaPay allows (spec D04).</summary>
public readonly record struct PaymentId(string Value)
{
    public static PaymentId New() => new(ShortId.New());

    /// <summary>Null when the text, say a part of a pressed route, cannot be a payment's id.</summary>
    public static PaymentId? Read(string text) => ShortId.IsOne(text) ? new PaymentId(text) : null;

    public override string ToString() => Value;
}
