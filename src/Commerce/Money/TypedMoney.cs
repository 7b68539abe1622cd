using System.Globalization;
using System.Text.RegularExpressions;

namespace Lavka.Commerce;

/// <summary>
/// What a customer's typed amount means (spec D02). Taken are "25", "25.50", "25,5", "$25", "25 USD" and "1 000"; everything else is refused
/// with the reason, never guessed at: letters, exponents, a minus, more digits after the point than the currency has.
/// </summary>
public abstract partial record TypedMoney
{
    private TypedMoney()
    {
    }

    public sealed record Read(Money Money) : TypedMoney;

    /// <summary>It is not an amount.</summary>
    public sealed record NotAnAmount : TypedMoney;

    /// <summary>Finer than the currency: "25.555" dollars.</summary>
    public sealed record TooFine(int Digits) : TypedMoney;

    /// <summary>More than any shop will ever take.</summary>
    public sealed record TooLarge : TypedMoney;

    private const int MostDigits = 12;

    public static TypedMoney Of(string typed, Currency currency)
    {
        var match = Amount().Match(typed);
        if (!match.Success || !IsSign(match.Groups["before"].Value, currency) || !IsSign(match.Groups["after"].Value, currency)) return new NotAnAmount();
        var whole = string.Concat(match.Groups["whole"].Value.Where(char.IsAsciiDigit)).TrimStart('0');
        var fraction = match.Groups["fraction"].Value;
        if (fraction.Length > currency.Digits) return new TooFine(currency.Digits);
        if (whole.Length > MostDigits) return new TooLarge();
        return new Read(new Money(long.Parse("0" + whole + fraction.PadRight(currency.Digits, '0'), CultureInfo.InvariantCulture), currency));
    }

    private static bool IsSign(string sign, Currency currency) =>
        sign.Length == 0 || sign.Equals(currency.Sign, StringComparison.Ordinal) || sign.Equals(currency.Code, StringComparison.OrdinalIgnoreCase);

    /// <summary>A sign, digits in one piece or in groups of three, one comma or point with digits after it, a sign.</summary>
    [GeneratedRegex(
        """^\s*(?<before>[^\s0-9.,+-]*)\s*(?<whole>[0-9]{1,3}(?:[ \u00A0][0-9]{3})+|[0-9]+)(?:[.,](?<fraction>[0-9]+))?\s*(?<after>[^\s0-9.,+-]*)\s*$""",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Amount();
}
