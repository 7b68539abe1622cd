using Lavka.Durable;

namespace Lavka.Commerce;

/// <summary>What <see cref="Ledger"/> does entry by entry, done by one statement that reads and one that writes, on engines that take a column as an array.</summary>
internal static class LedgerColumns
{
    /// <summary>How each of the accounts stands, in their order; null when the posting is in the books.</summary>
    public static async Task<IReadOnlyList<AccountStand>?> Before(StoreTransaction tx, string posting, IReadOnlyList<Account> accounts, CancellationToken ct)
    {
        var rows = await tx.Sql("""
            select account.place, coalesce(known.balance, 0), coalesce(known.version, 0), exists (select 1 from ledger_postings where key = @key)
            from unnest(@ids) with ordinality as account (id, place) left join ledger_accounts known on known.id = account.id
            order by account.place
            """, ("key", posting), ("ids", accounts.Select(account => account.Id).ToArray()))
            .All(row => (Stand: new AccountStand(accounts[(int)row.Long(0) - 1], row.Long(1), row.Long(2)), IsPosted: row.Bool(3)), ct);
        return rows[0].IsPosted ? null : [.. rows.Select(row => row.Stand)];
    }

    /// <summary>The accounts as they are to stand, and the posting with its entries.</summary>
    /// <exception cref="InvalidOperationException">An account is not at the version that the change began with.</exception>
    public static async Task Write(StoreTransaction tx, Posting posting, IReadOnlyList<AccountStand> changes, CancellationToken ct)
    {
        var saved = await tx.Sql("""
            with change as (
              select * from unnest(@ids, @kinds, @owners, @currencies, @balances, @versions) as change (id, kind, owner, currency, balance, version)),
            changed as (
              update ledger_accounts set balance = change.balance, version = change.version + 1 from change
              where ledger_accounts.id = change.id and ledger_accounts.version = change.version
              returning 1),
            opened as (
              insert into ledger_accounts (id, kind, owner, currency, balance, version)
              select id, kind, owner, currency, balance, 1 from change where version = 0
              on conflict (id) do nothing returning 1),
            posted as (
              insert into ledger_postings (key, reason, about, posted_at) values (@key, @reason, @about, @now)),
            entered as (
              insert into ledger_entries (posting, line, account, amount)
              select @key, line - 1, account, amount from unnest(@accounts, @amounts) with ordinality as entry (account, amount, line))
            select (select count(*) from changed) + (select count(*) from opened)
            """,
            ("ids", Column(changes, change => change.Account.Id)), ("kinds", Column(changes, change => change.Account.Kind.ToString())),
            ("owners", Column(changes, change => change.Account.Owner)), ("currencies", Column(changes, change => change.Account.Currency.Code)),
            ("balances", Column(changes, change => change.Balance)), ("versions", Column(changes, change => change.Version)),
            ("key", posting.Key), ("reason", posting.Reason), ("about", posting.About), ("now", tx.Now),
            ("accounts", Column(posting.Entries, entry => entry.Account.Id)), ("amounts", Column(posting.Entries, entry => entry.Amount.Minor)))
            .First(row => row.Long(0), ct);
        if (saved != changes.Count) throw new InvalidOperationException($"An account of the posting {posting.Key} was changed by another transaction meanwhile.");
    }

    private static T[] Column<TRow, T>(IReadOnlyList<TRow> rows, Func<TRow, T> value) => [.. rows.Select(value)];
}
