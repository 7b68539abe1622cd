namespace Lavka.Commerce;

/// <summary>
/// The smallest and the largest amount taken, both included, in one currency. A top-up is 10 to 10,000 USD unless a shop's settings say otherwise
/// (spec decision 5).
/// </summary>
public sealed record AmountLimits(Money Least, Money Most)
{
    public static readonly AmountLimits TopUp = new(new Money(10_00, Currency.Usd), new Money(10_000_00, Currency.Usd));

    public bool Allow(Money amount) => amount >= Least && amount <= Most;
}
