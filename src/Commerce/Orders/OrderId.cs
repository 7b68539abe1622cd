namespace Lavka.Commerce;

/// <summary>
/// The one id of an order, in the store, in routes and towards the outside (spec F02): ten characters, made before the insert (spec F01).
/// </summary>
public readonly record struct OrderId(string Value)
{
    private const int Shown = 6;

    public static OrderId New() => new(ShortId.New());

    /// <summary>Null when the text, say a part of a pressed route, cannot be an order's id.</summary>
    public static OrderId? Read(string text) => ShortId.IsOne(text) ? new OrderId(text) : null;

    /// <summary>What a customer sees: #ORD-K7M2Q9. To be shown only, never to find an order by.</summary>
    public string Display => "#ORD-" + Value[..Shown].ToUpperInvariant();

    public override string ToString() => Value;
}
