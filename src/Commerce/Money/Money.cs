using System.Globalization;
using Lavka.Talk;

namespace Lavka.Commerce;

/// <summary>
/// An exact amount in the minor units of its currency (2,550 with USD is $25.50); may be negative. There is no floating point anywhere near it.
/// Arithmetic refuses different currencies and overflow by throwing: both are mistakes of the author.
/// </summary>
public readonly record struct Money(long Minor, Currency Currency) : IComparable<Money>
{
    /// <summary>The amount nearest to <paramref name="amount"/> whole units; an exact half goes to the even minor unit (spec decision 7).</summary>
    /// <exception cref="OverflowException">The amount has more minor units than 64 bits hold.</exception>
    public static Money Round(decimal amount, Currency currency) =>
        new(decimal.ToInt64(decimal.Round(amount * currency.Scale, MidpointRounding.ToEven)), currency);

    /// <summary>The amount in whole units: 25.50 for 2,550 cents.</summary>
    public decimal Amount => Minor / Currency.Scale;

    public bool IsPositive => Minor > 0;

    /// <summary>So many percent of it, rounded half to even.</summary>
    public Money Percent(decimal percent) => Round(Amount * percent / 100, Currency);

    public static Money operator +(Money a, Money b) => a with { Minor = checked(a.Minor + b.In(a.Currency)) };

    public static Money operator -(Money a, Money b) => a with { Minor = checked(a.Minor - b.In(a.Currency)) };

    public static Money operator -(Money a) => a with { Minor = checked(-a.Minor) };

    public static bool operator <(Money a, Money b) => a.CompareTo(b) < 0;

    public static bool operator >(Money a, Money b) => a.CompareTo(b) > 0;

    public static bool operator <=(Money a, Money b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Money a, Money b) => a.CompareTo(b) >= 0;

    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public int CompareTo(Money other) => Minor.CompareTo(other.In(Currency));

    /// <summary>As a customer reads it: "$1,234.50" in English, "$1 234.50" in Russian, "12 500.00 ₸" where the sign follows the number.</summary>
    public string Shown(Language language)
    {
        var groups = new NumberFormatInfo { NumberGroupSeparator = language is Language.Ru ? "\u00A0" : ",", NumberDecimalSeparator = "." };
        var number = Math.Abs(Amount).ToString("N" + Currency.Digits.ToString(CultureInfo.InvariantCulture), groups);
        var minus = Minor < 0 ? "-" : "";
        return Currency == Currency.Usd ? $"{minus}{Currency.Sign}{number}" : $"{minus}{number}\u00A0{Currency.Sign}";
    }

    /// <summary>The same in every language, for the hole of a text.</summary>
    public Text AsText() => new(ru: Shown(Language.Ru), en: Shown(Language.En));

    public override string ToString() => Shown(Language.En);

    private long In(Currency currency) =>
        Currency == currency ? Minor : throw new InvalidOperationException($"{Currency} and {currency} do not mix.");
}
