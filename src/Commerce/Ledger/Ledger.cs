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
        if (await tx.Sql("select 1 from ledger_postings where key = @key", ("key", posting.Key)).First(row => row.Flag(0), ct))
            return new PostResult.AlreadyPosted();

        var changes = new List<(Account Account, long Balance, long Version)>();
        foreach (var account in posting.Entries.GroupBy(entry => entry.Account))
        {
            var (balance, version) = await Load(tx, account.Key, ct);
            var after = account.Aggregate(balance, (sum, entry) => checked(sum + entry.Amount.Minor));
            if (after < 0 && after < balance && !account.Key.MayBeNegative)
                return new PostResult.Insufficient(account.Key, new Money(-after, account.Key.Currency));
            changes.Add((account.Key, after, version));
        }

        foreach (var (account, balance, version) in changes) await Save(tx, account, balance, version, ct);
        await tx.Sql("insert into ledger_postings (key, reason, about, posted_at) values (@key, @reason, @about, @now)",
            ("key", posting.Key), ("reason", posting.Reason), ("about", posting.About), ("now", tx.Now)).Run(ct);
        foreach (var (line, entry) in posting.Entries.Index())
            await tx.Sql("insert into ledger_entries (posting, line, account, amount) values (@posting, @line, @account, @amount)",
                ("posting", posting.Key), ("line", line), ("account", entry.Account.Id), ("amount", entry.Amount.Minor)).Run(ct);
        return new PostResult.Posted();
    }

    /// <summary>Zero for an account that has no entry yet.</summary>
    public static async Task<Money> Balance(StoreTransaction tx, Account account, CancellationToken ct) =>
        new((await Load(tx, account, ct)).Balance, account.Currency);

    /// <summary>Every invariant (L1 to L5 of reference/platform.md 4.2) that the rows violate, counted anew; empty when the books are right.</summary>
    public static Task<IReadOnlyList<LedgerViolation>> Check(StoreTransaction tx, CancellationToken ct) => LedgerCheck.Run(tx, ct);

    private static Task<(long Balance, long Version)> Load(StoreTransaction tx, Account account, CancellationToken ct) =>
        tx.Sql("select balance, version from ledger_accounts where id = @id", ("id", account.Id)).First(row => (row.Long(0), row.Long(1)), ct);

    private static async Task Save(StoreTransaction tx, Account account, long balance, long version, CancellationToken ct)
    {
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
