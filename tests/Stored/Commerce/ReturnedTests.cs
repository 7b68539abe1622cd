using Lavka.Commerce;
using Lavka.Kit;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Stored.Commerce;

/// <summary>The provider gives the payer his money back after it was credited (shipping:D18): nobody keeps both.</summary>
public sealed class ReturnedTests
{
    [Fact, Covers("shipping:D18")]
    public async Task what_was_credited_leaves_the_wallet_once_however_often_it_is_told()
    {
        await using var floor = await ShopFloor.Open();
        var id = await Paid(floor, 25_00);

        for (var time = 0; time < 3; time++) await Returned(floor, time);

        (await floor.Balance()).ShouldBe(0);
        (await floor.Payment(id)).State.ShouldBe(PaymentState.Refunded);
        floor.Said.Last().Body.Plain(Language.En).ShouldBe("↩️ The payment of $25.00 was returned to its sender.\nWhat it had brought was taken from your balance, as far as it was still there.\nNew balance: $0.00");
        (await floor.AlertsRaised()).Count(alert => alert.Contains("Refunded", StringComparison.Ordinal)).ShouldBe(1);
        (await floor.AlertsRaised()).ShouldNotContain(alert => alert.Contains("missing", StringComparison.Ordinal));
        (await floor.Temp.Balance(Account.Clearing(floor.Shop.Id, "oxapay", Currency.Usd))).ShouldBe(0);
        await floor.Temp.BooksAreRight();
    }

    [Theory, Covers("shipping:D18")]
    [InlineData(18_41, 6_59, "$18.41")]
    [InlineData(25_00, 0, "$25.00")]
    public async Task what_is_set_aside_already_is_not_touched_and_the_owner_is_told_what_is_missing(long held, long taken, string missing)
    {
        await using var floor = await ShopFloor.Open();
        var id = await Paid(floor, 25_00);
        var customer = (await floor.Payment(id)).CustomerId;
        await floor.Temp.Store.Write((tx, ct) => Holds.Reserve(tx, "order", "o1", customer, new Money(held, Currency.Usd), ct), TestContext.Current.CancellationToken);

        await Returned(floor);

        (await floor.Balance()).ShouldBe(0);
        (await floor.Temp.Held(customer)).ShouldBe(held);
        (await floor.Temp.Balance(Account.Clearing(floor.Shop.Id, "oxapay", Currency.Usd))).ShouldBe(taken - 25_00);
        (await floor.AlertsRaised()).Single(alert => alert.Contains("missing", StringComparison.Ordinal)).ShouldContain($"{missing} is missing");
        await floor.Temp.BooksAreRight();
    }

    [Fact, Covers("shipping:D18")]
    public async Task money_of_another_top_up_pays_for_it_as_long_as_it_is_in_the_wallet()
    {
        await using var floor = await ShopFloor.Open();
        await Paid(floor, 25_00);
        await Paid(floor, 40_00, "78");

        await Returned(floor);

        (await floor.Balance()).ShouldBe(40_00);
        await floor.Temp.BooksAreRight();
    }

    [Fact, Covers("shipping:D18")]
    public async Task an_invoice_that_was_never_credited_takes_nothing()
    {
        await using var floor = await ShopFloor.Open();
        await Paid(floor, 40_00, "78");
        await floor.TopUp(25_00, "77");

        await Returned(floor);

        (await floor.Balance()).ShouldBe(40_00);
        floor.Said.Last().Body.Plain(Language.En).ShouldBe("↩️ The payment of $25.00 was returned to its sender.");
    }

    private static async Task<PaymentId> Paid(ShopFloor floor, long cents, string track = "77")
    {
        var id = await floor.TopUp(cents, track);
        floor.Provider.Sees(track, ProviderStatus.Paid, cents / 100m);
        await floor.Notify($$"""{"track_id":"{{track}}","status":"Paid","value":{{cents / 100}}}""");
        await floor.RunJobs();
        return id;
    }

    private static async Task Returned(ShopFloor floor, int time = 0)
    {
        floor.Provider.Sees("77", ProviderStatus.Refunded, 25);
        await floor.Notify($$"""{"track_id":"77","status":"Refunded","date":{{time}}}""");
        await floor.RunJobs();
    }
}
