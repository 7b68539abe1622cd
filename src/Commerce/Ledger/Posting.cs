namespace Lavka.Commerce;

/// <summary>
/// One movement of money, whole or not at all. <see cref="Key"/> is its idempotency key;
/// <see cref="About"/> names what it is for, an order or a provider's payment.
/// </summary>
public sealed record Posting
{
    /// <exception cref="ArgumentException">
    /// The entries do not sum to zero in each currency, or one is zero or in another currency than its account: a mistake.
    /// </exception>
    public Posting(string key, PostingReason reason, string about, params IReadOnlyList<Entry> entries)
    {
        if (entries.Any(entry => entry.Amount.Minor == 0 || entry.Amount.Currency != entry.Account.Currency))
            throw new ArgumentException("Every entry has an amount, in the currency of its account.", nameof(entries));
        if (entries.Count < 2 || entries.GroupBy(entry => entry.Account.Currency).Any(group => group.Sum(entry => entry.Amount.Minor) != 0))
            throw new ArgumentException("Debits and credits are not equal.", nameof(entries));
        (Key, Reason, About, Entries) = (key, reason, about, entries);
    }

    public string Key { get; }

    public PostingReason Reason { get; }

    public string About { get; }

    public IReadOnlyList<Entry> Entries { get; }

    /// <exception cref="ArgumentException">The amount is not positive.</exception>
    public static Posting Move(string key, PostingReason reason, string about, Account from, Account to, Money amount) =>
        amount.IsPositive
            ? new Posting(key, reason, about, new Entry(from, -amount), new Entry(to, amount))
            : throw new ArgumentException($"{amount} cannot be moved.", nameof(amount));
}
