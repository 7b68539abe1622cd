using Lavka.Commerce;
using Lavka.Durable;
using Lavka.Kit;
using Lavka.Talk;
using Shouldly;
using Xunit;
using static Lavka.Stored.Commerce.Ledgers;

namespace Lavka.Stored.Commerce;

/// <summary>Money and customers when two programs on one database do the same at the same moment.</summary>
public sealed class TwoProgramsMoneyTests
{
    private const int Rounds = 15;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact, Covers("ledger:L5")]
    public async Task one_payment_told_to_both_is_credited_once_and_others_beside_it_each()
    {
        await using var temp = await Open();
        IReadOnlyList<Store> stores = [temp.Store, await temp.Reopen()];
        for (var round = 0; round < Rounds; round++)
        {
            // All of them move the shop's one account at the provider.
            string[] payments = [$"{round}a", $"{round}a", $"{round}a", $"{round}b", $"{round}c", $"{round}c"];
            var posted = await AtOnce(stores, payments.Length, (number, tx, ct) => Ledger.Post(tx, TopUp(payments[number], number < 4 ? Anna : John, 5_00), ct));
            posted.OfType<PostResult.Posted>().Count().ShouldBe(3);
        }
        (await temp.Wallet(Anna), await temp.Wallet(John)).ShouldBe((Rounds * 10_00, Rounds * 5_00));
        await temp.BooksAreRight();
    }

    [Fact, Covers("ledger:L4")]
    public async Task reservations_at_both_never_exceed_the_wallet()
    {
        await using var temp = await Open();
        IReadOnlyList<Store> stores = [temp.Store, await temp.Reopen()];
        for (var round = 0; round < Rounds; round++)
        {
            var customer = new CustomerId($"c{round}");
            await temp.Post(TopUp($"p{round}", customer, 25_00));
            var results = await AtOnce(stores, 6, (number, tx, ct) => Holds.Reserve(tx, $"o{round}-{number}", "order", customer, Usd(10_00), ct));
            results.OfType<ReserveResult.Reserved>().Count().ShouldBe(2);
            (await temp.Wallet(customer), await temp.Held(customer)).ShouldBe((5_00, 20_00));
        }
        await temp.BooksAreRight();
    }

    [Fact]
    public async Task one_captures_and_the_other_releases_and_one_of_them_is_too_late()
    {
        await using var temp = await Open();
        IReadOnlyList<Store> stores = [temp.Store, await temp.Reopen()];
        for (var round = 0; round < Rounds; round++)
        {
            var key = $"o{round}";
            await temp.Post(TopUp($"p{round}", Anna, 10_00));
            await temp.Reserve(key, Anna, 10_00);
            var results = await AtOnce(stores, 4, (number, tx, ct) =>
                number < 2 ? Holds.Capture(tx, key, Account.Revenue("labels", Currency.Usd), ct) : Holds.Release(tx, key, ct));
            results.OfType<CloseResult.Closed>().Count().ShouldBe(1);
            results.OfType<CloseResult.AlreadyClosed>().Count().ShouldBe(1);
            results.OfType<CloseResult.ClosedOtherwise>().Count().ShouldBe(2);
        }
        (await temp.Wallet(Anna) + await temp.Revenue()).ShouldBe(Rounds * 10_00);
        await temp.BooksAreRight();
    }

    [Fact]
    public async Task a_person_who_writes_to_both_for_the_first_time_is_one_customer()
    {
        await using var temp = await Open();
        IReadOnlyList<Store> stores = [temp.Store, await temp.Reopen()];
        for (var round = 0; round < Rounds; round++)
        {
            var person = new Person($"{round}", "Kate", null, "en");
            var chat = new ChatKey(new BotId("labels"), person.Id);
            var met = await AtOnce(stores, 4, (_, tx, ct) => new Customers(tx).Meet("labels", chat, person, Language.En, ct));
            met.Select(customer => customer.Id).Distinct().ShouldHaveSingleItem();
        }
        (await temp.Store.Read((tx, ct) => tx.Sql("select count(*) from customers").First(row => row.Int(0), ct), Ct)).ShouldBe(Rounds);
    }

    private static Task<T[]> AtOnce<T>(IReadOnlyList<Store> stores, int count, Func<int, StoreTransaction, CancellationToken, Task<T>> work) =>
        Task.WhenAll(Enumerable.Range(0, count).Select(number => Task.Run(() => stores[number % 2].Write((tx, ct) => work(number, tx, ct), Ct), Ct)));
}
