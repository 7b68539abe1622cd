using Lavka.Durable;

namespace Lavka.Commerce;

/// <summary>
/// The questions of the nightly look at the books: every invariant is counted from the rows themselves, trusting no code that wrote them.
/// </summary>
internal static class LedgerCheck
{
    private static readonly (string Invariant, string Sql)[] Questions =
    [
        ("L1", """
            select 'posting ' || e.posting || ' is off by ' || sum(e.amount) || ' ' || a.currency from ledger_entries e
            join ledger_accounts a on a.id = e.account group by e.posting, a.currency having sum(e.amount) <> 0
            """),
        ("L1", "select 'posting ' || key || ' has no entries' from ledger_postings where not exists (select 1 from ledger_entries where posting = key)"),
        ("L2", "select 'all accounts in ' || currency || ' sum to ' || sum(balance) from ledger_accounts group by currency having sum(balance) <> 0"),
        ("L3", """
            select 'account ' || id || ' says ' || balance || ', its entries ' || (select coalesce(sum(amount), 0) from ledger_entries where account = id)
            from ledger_accounts where balance <> (select coalesce(sum(amount), 0) from ledger_entries where account = id)
            """),
        ("L4", "select 'account ' || id || ' is negative: ' || balance from ledger_accounts where kind in ('Wallet', 'Held') and balance < 0"),
        ("L4", """
            select 'account ' || a.id || ' has ' || a.balance || ', the open holds are ' || coalesce(sum(h.amount), 0) from ledger_accounts a
            left join ledger_holds h on h.customer = a.owner and h.currency = a.currency and h.state = 'Held'
            where a.kind = 'Held' group by a.id, a.balance having a.balance <> coalesce(sum(h.amount), 0)
            """),
        ("L5", "select about || ' was credited ' || count(*) || ' times' from ledger_postings where reason = 'TopUp' group by about having count(*) > 1"),
    ];

    public static async Task<IReadOnlyList<LedgerViolation>> Run(StoreTransaction tx, CancellationToken ct)
    {
        var found = new List<LedgerViolation>();
        foreach (var (invariant, sql) in Questions) found.AddRange(await tx.Sql(sql).All(row => new LedgerViolation(invariant, row.Text(0)), ct));
        return found;
    }
}
