namespace Lavka.Commerce;

/// <summary>
/// A currency by its ISO 4217 code (crypto by its ticker) with the number of digits of its minor unit. Stored by code.
/// Telegram's Stars (XTR) have no minor unit; the tenge has two digits (reference/platform.md 3.3).
/// </summary>
public sealed record Currency
{
    private static readonly Dictionary<string, Currency> Known = new[]
    {
        new Currency("USD", 2, "$"),
        new Currency("KZT", 2, "₸"),
        new Currency("RUB", 2, "₽"),
        new Currency("XTR", 0, "⭐"),
        new Currency("USDT", 6, "USDT"),
    }.ToDictionary(currency => currency.Code, StringComparer.Ordinal);

    public static readonly Currency Usd = Of("USD");
    public static readonly Currency Kzt = Of("KZT");
    public static readonly Currency Rub = Of("RUB");
    public static readonly Currency Xtr = Of("XTR");
    public static readonly Currency Usdt = Of("USDT");

    private Currency(string code, int digits, string sign) => 
        (Code, Digits, Sign, Scale) = (code, digits, sign, Enumerable.Repeat(10m, digits).Aggregate(1m, (scale, ten) => scale * ten));

    public string Code { get; }

    /// <summary>Digits after the point: a cent is 2, a Star 0.</summary>
    public int Digits { get; }

    public string Sign { get; }

    /// <summary>Minor units in one whole unit.</summary>
    internal decimal Scale { get; }

    /// <exception cref="ArgumentException">No such currency is known: a mistake in settings or in the store.</exception>
    public static Currency Of(string code) =>
        Known.TryGetValue(code, out var currency) ? currency : throw new ArgumentException($"Unknown currency \"{code}\".", nameof(code));

    public override string ToString() => Code;
}
