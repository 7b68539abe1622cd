using Lavka.Durable;

namespace Lavka.Commerce;

/// <summary>
/// The books of every shop: double entry, append-only, exact. A posting moves money once per key, in the caller's transaction;
/// a crash before its commit leaves no trace. Corrections are postings in the other direction.
/// </summary>
public static class Ledger
{
    public static async Task<PostResult> Post(StoreTransaction tx, Posting posting, CancellationToken ct)
    {
        if (await Before(tx, posting, ct) is not { } accounts) return new PostResult.AlreadyPosted();
        var changes = new List<AccountStand>();
        foreach (var (account, balance, version) in accounts)
        {
            var after = posting.Entries.Where(entry => entry.Account == account).Aggregate(balance, (sum, entry) => checked(sum + entry.Amount.Minor));
            if (after < 0 && after < balance && !account.MayBeNegative) return new PostResult.Insufficient(account, new Money(-after, account.Currency));
            changes.Add(new AccountStand(account, after, version));
        }
        await Write(tx, posting, changes, ct);
        return new PostResult.Posted();
    }

    /// <summary>Zero for an account that has no entry yet.</summary>
    public static async Task<Money> Balance(StoreTransaction tx, Account account, CancellationToken ct) =>
        new((await Load(tx, account, ct)).Balance, account.Currency);

    /// <summary>Every invariant (L1 to L5 of reference/platform.md 4.2) that the rows violate, counted anew; empty when the books are right.</summary>
    public static Task<IReadOnlyList<LedgerViolation>> Check(StoreTransaction tx, CancellationToken ct) => LedgerCheck.Run(tx, ct);

    /// <summary>How each of its accounts stands, in the order of its entries; null when it was posted before.</summary>
    private static async Task<IReadOnlyList<AccountStand>?> Before(StoreTransaction tx, Posting posting, CancellationToken ct)
    {
        var accounts = posting.Entries.Select(entry => entry.Account).Distinct().ToArray();
        if (tx.Dialect.TakesArrays) return await LedgerColumns.Before(tx, posting.Key, accounts, ct);
        if (await tx.Sql("select 1 from ledger_postings where key = @key", ("key", posting.Key)).First(row => row.Flag(0), ct)) return null;
        var stands = new List<AccountStand>();
        foreach (var account in accounts)
        {
            var (balance, version) = await Load(tx, account, ct);
            stands.Add(new AccountStand(account, balance, version));
        }
        return stands;
    }

    private static async Task Write(StoreTransaction tx, Posting posting, IReadOnlyList<AccountStand> changes, CancellationToken ct)
    {
        if (tx.Dialect.TakesArrays)
        {
            await LedgerColumns.Write(tx, posting, changes, ct);
            return;
        }
        foreach (var change in changes) await Save(tx, change, ct);
        await tx.Sql("insert into ledger_postings (key, reason, about, posted_at) values (@key, @reason, @about, @now)",
            ("key", posting.Key), ("reason", posting.Reason), ("about", posting.About), ("now", tx.Now)).Run(ct);
        foreach (var (line, entry) in posting.Entries.Index())
            await tx.Sql("insert into ledger_entries (posting, line, account, amount) values (@posting, @line, @account, @amount)",
                ("posting", posting.Key), ("line", line), ("account", entry.Account.Id), ("amount", entry.Amount.Minor)).Run(ct);
    }

    private static Task<(long Balance, long Version)> Load(StoreTransaction tx, Account account, CancellationToken ct) =>
        tx.Sql("select balance, version from ledger_accounts where id = @id", ("id", account.Id)).First(row => (row.Long(0), row.Long(1)), ct);

    private static async Task Save(StoreTransaction tx, AccountStand change, CancellationToken ct)
    {
        var (account, balance, version) = change;
        var saved = version == 0
            ? await tx.Sql("""
                insert into ledger_accounts (id, kind, owner, currency, balance, version) values (@id, @kind, @owner, @currency, @balance, 1)
                on conflict (id) do nothing
                """, ("id", account.Id), ("kind", account.Kind), ("owner", account.Owner), ("currency", account.Currency.Code), ("balance", balance)).Run(ct)
            : await tx.Sql("update ledger_accounts set balance = @balance, version = version + 1 where id = @id and version = @version",
                ("id", account.Id), ("balance", balance), ("version", version)).Run(ct);
        if (saved != 1) throw new InvalidOperationException($"The account {account.Id} was changed by another transaction meanwhile.");
    }
}
