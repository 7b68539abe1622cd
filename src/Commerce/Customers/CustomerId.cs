namespace Lavka.Commerce;

/// <summary>A customer of one shop, however many messengers he writes from.</summary>
public readonly record struct CustomerId(string Value)
{
    public static CustomerId New() => new(ShortId.New());

    public override string ToString() => Value;
}
