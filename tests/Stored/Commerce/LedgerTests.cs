using System.Data.Common;
using Lavka.Commerce;
using Lavka.Kit;
using Shouldly;
using Xunit;
using static Lavka.Stored.Commerce.Ledgers;

namespace Lavka.Stored.Commerce;

public sealed class LedgerTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_posting_moves_money_once_however_often_it_is_repeated()
    {
        await using var temp = await Open();
        (await temp.Post(TopUp("p1", Anna, 25_00))).ShouldBe(new PostResult.Posted());
        (await temp.Post(TopUp("p1", Anna, 25_00))).ShouldBe(new PostResult.AlreadyPosted());
        (await temp.Wallet(Anna)).ShouldBe(25_00);
        (await temp.Balance(Account.Clearing("labels", "oxapay", Currency.Usd))).ShouldBe(-25_00);
        await temp.BooksAreRight();
    }

    [Fact, Covers("ledger:L4")]
    public async Task more_than_there_is_cannot_be_reserved_and_the_shortage_is_told()
    {
        await using var temp = await Open();
        await temp.Post(TopUp("p1", Anna, 10_00));
        (await temp.Reserve("o1", Anna, 10_01)).ShouldBe(new ReserveResult.Insufficient(Usd(1)));
        (await temp.Reserve("o2", John, 5_00)).ShouldBe(new ReserveResult.Insufficient(Usd(5_00)));
        (await temp.Wallet(Anna)).ShouldBe(10_00);
        (await temp.Store.Read((tx, ct) => Holds.Find(tx, "o1", ct), Ct)).ShouldBeNull();
        await temp.BooksAreRight();
    }

    [Fact, Covers("ledger:L13")]
    public async Task a_released_hold_restores_exactly_what_was_held()
    {
        await using var temp = await Open();
        await temp.Post(TopUp("p1", Anna, 25_00));
        (await temp.Reserve("o1", Anna, 18_41)).ShouldBeOfType<ReserveResult.Reserved>();
        (await temp.Wallet(Anna), await temp.Held(Anna)).ShouldBe((6_59, 18_41));
        (await temp.Release("o1")).ShouldBeOfType<CloseResult.Closed>();
        (await temp.Wallet(Anna), await temp.Held(Anna)).ShouldBe((25_00, 0));
        await temp.BooksAreRight();
    }

    [Fact]
    public async Task a_hold_is_captured_or_released_once_and_never_both()
    {
        await using var temp = await Open();
        await temp.Post(TopUp("p1", Anna, 30_00));
        await temp.Reserve("o1", Anna, 10_00);
        await temp.Reserve("o2", Anna, 10_00);
        (await temp.Capture("o1")).ShouldBeOfType<CloseResult.Closed>();
        (await temp.Capture("o1")).ShouldBeOfType<CloseResult.AlreadyClosed>();
        (await temp.Release("o1")).ShouldBeOfType<CloseResult.ClosedOtherwise>();
        (await temp.Release("o2")).ShouldBeOfType<CloseResult.Closed>();
        (await temp.Release("o2")).ShouldBeOfType<CloseResult.AlreadyClosed>();
        (await temp.Capture("o2")).ShouldBeOfType<CloseResult.ClosedOtherwise>();
        (await temp.Capture("o3")).ShouldBeOfType<CloseResult.NoSuchHold>();
        (await temp.Wallet(Anna), await temp.Held(Anna), await temp.Revenue()).ShouldBe((20_00, 0, 10_00));
        await temp.BooksAreRight();
    }

    [Fact]
    public async Task a_repeated_reservation_moves_nothing_and_another_one_under_its_key_is_a_mistake()
    {
        await using var temp = await Open();
        await temp.Post(TopUp("p1", Anna, 30_00));
        await temp.Reserve("o1", Anna, 10_00);
        (await temp.Reserve("o1", Anna, 10_00)).ShouldBeOfType<ReserveResult.AlreadyReserved>();
        (await temp.Held(Anna)).ShouldBe(10_00);
        await Should.ThrowAsync<InvalidOperationException>(() => temp.Reserve("o1", Anna, 11_00));
        await Should.ThrowAsync<InvalidOperationException>(() => temp.Reserve("o1", John, 10_00));
    }

    [Fact]
    public async Task of_many_reservations_at_once_only_those_succeed_that_the_wallet_can_carry()
    {
        await using var temp = await Open();
        await temp.Post(TopUp("p1", Anna, 25_00));
        var results = await Task.WhenAll(Enumerable.Range(0, 10).Select(n => Task.Run(() => temp.Reserve($"o{n}", Anna, 10_00), Ct)));
        results.OfType<ReserveResult.Reserved>().Count().ShouldBe(2);
        (await temp.Wallet(Anna), await temp.Held(Anna)).ShouldBe((5_00, 20_00));
        await temp.BooksAreRight();
    }

    [Fact, Covers("ledger:L10")]
    public async Task entries_and_postings_can_neither_be_changed_nor_deleted()
    {
        await using var temp = await Open();
        await temp.Post(TopUp("p1", Anna, 25_00));
        string[] crimes = ["update ledger_entries set amount = 1", "delete from ledger_entries", "update ledger_postings set about = 'x'", "delete from ledger_postings"];
        foreach (var crime in crimes)
            (await Should.ThrowAsync<DbException>(() => temp.Store.Write((tx, ct) => tx.Sql(crime).Run(ct), Ct))).Message.ShouldContain("never", customMessage: crime);
        await temp.BooksAreRight();
    }

    [Fact]
    public void an_unbalanced_posting_does_not_exist()
    {
        var wallet = Account.Wallet(Anna, Currency.Usd);
        var clearing = Account.Clearing("labels", "oxapay", Currency.Usd);
        Should.Throw<ArgumentException>(() => new Posting("k", PostingReason.TopUp, "p", new Entry(clearing, Usd(-5)), new Entry(wallet, Usd(4))));
        Should.Throw<ArgumentException>(() => new Posting("k", PostingReason.TopUp, "p", new Entry(wallet, Usd(0)), new Entry(clearing, Usd(0))));
        Should.Throw<ArgumentException>(() => new Posting("k", PostingReason.TopUp, "p", new Entry(clearing, new Money(-5, Currency.Kzt)), new Entry(wallet, Usd(5))));
        Should.Throw<ArgumentException>(() => Posting.Move("k", PostingReason.TopUp, "p", clearing, wallet, Usd(-5)));
    }
}
