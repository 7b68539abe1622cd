namespace Lavka.Commerce;

/// <summary>One account of the ledger, in one currency. It comes into being with its first entry.</summary>
public readonly record struct Account(AccountKind Kind, string Owner, Currency Currency)
{
    public string Id => $"{Kind}/{Owner}/{Currency.Code}";

    public bool MayBeNegative => Kind is not (AccountKind.Wallet or AccountKind.Held);

    public static Account Wallet(CustomerId customer, Currency currency) => new(AccountKind.Wallet, customer.Value, currency);

    public static Account Held(CustomerId customer, Currency currency) => new(AccountKind.Held, customer.Value, currency);

    /// <summary>One merchant account: a provider as one shop uses it.</summary>
    public static Account Clearing(string shop, string provider, Currency currency) => new(AccountKind.Clearing, $"{shop}/{provider}", currency);

    public static Account Revenue(string shop, Currency currency) => new(AccountKind.Revenue, shop, currency);
}
