namespace Lavka.Simulator.Carrier.Wire;

/// <summary>An amount on the wire: dollars with two decimals, the currency in small letters as the vendor writes it.</summary>
public sealed record Money(string Currency, decimal Amount)
{
    public static Money Zero { get; } = Usd(0);

    public static Money Usd(long cents) => new("usd", cents / 100m);
}
