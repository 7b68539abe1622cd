using Lavka.Kit;
using Shouldly;
using Xunit;
using static Lavka.Stored.Commerce.Ledgers;

namespace Lavka.Stored.Commerce;

/// <summary>
/// Every invariant's check finds a violation that was put into the rows behind the ledger's back; otherwise the green properties would prove
/// nothing.
/// </summary>
public sealed class LedgerCheckTests
{
    [Theory]
    [InlineData("L1", "insert into ledger_entries (posting, line, account, amount) values ('TopUp:p1', 2, 'Wallet/anna/USD', 5)")]
    [InlineData("L1", "insert into ledger_postings (key, reason, about, posted_at) values ('empty', 'TopUp', 'p9', 0)")]
    [InlineData("L2", "update ledger_accounts set balance = balance + 1 where id = 'Revenue/labels/USD'")]
    [InlineData("L3", "update ledger_accounts set balance = balance + 1 where id = 'Wallet/anna/USD'")]
    [InlineData("L3", "insert into ledger_accounts (id, kind, owner, currency, balance, version) values ('Wallet/eve/USD', 'Wallet', 'eve', 'USD', 100, 1)")]
    [InlineData("L4", "update ledger_accounts set balance = -1 where id = 'Wallet/anna/USD'")]
    [InlineData("L4", "update ledger_holds set state = 'Released' where key = 'o2'")]
    [InlineData("L4", "update ledger_holds set amount = amount - 1 where key = 'o2'")]
    [InlineData("L5", """
        insert into ledger_postings (key, reason, about, posted_at) values ('again', 'TopUp', 'p1', 0);
        insert into ledger_entries (posting, line, account, amount) values ('again', 0, 'Clearing/labels/oxapay/USD', -2500), ('again', 1, 'Wallet/anna/USD', 2500)
        """)]
    public async Task a_violation_put_into_the_rows_is_found(string invariant, string crime)
    {
        await using var temp = await Open();
        await temp.Post(TopUp("p1", Anna, 25_00));
        await temp.Reserve("o1", Anna, 5_00);
        await temp.Capture("o1");
        await temp.Reserve("o2", Anna, 5_00);
        await temp.BooksAreRight();

        await temp.Store.Write(async (tx, ct) =>
        {
            // A balance that the database itself refuses: the guard is switched off.
            await using var command = tx.Command((TestEngine.IsSqlite ? "pragma ignore_check_constraints = on;" : "alter table ledger_accounts drop constraint ledger_accounts_check;") + crime);
            await command.ExecuteNonQueryAsync(ct);
        }, TestContext.Current.CancellationToken);

        (await temp.Check()).Select(violation => violation.Invariant).ShouldContain(invariant);
    }
}
