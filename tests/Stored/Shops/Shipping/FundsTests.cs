using Lavka.Kit;
using Lavka.Stored.Bot;
using Shouldly;
using Xunit;

namespace Lavka.Stored.Shops.Shipping;

/// <summary>The carriers' wallets run low (shipping:E17).</summary>
public sealed class FundsTests
{
    private const string Low = "left. Please top up the account";

    [Fact, Covers("shipping:E17")]
    public async Task the_owner_is_told_once_a_day_of_each_carrier_below_50_dollars_however_many_labels_are_sold()
    {
        await using var shop = await LabelShop.Open();
        var owner = await shop.Customer(chat: LabelShop.OwnerChat);
        var anna = await shop.Customer(1_000_00);
        shop.Carrier.Funds["usps"] = 50;
        await Buys(shop, anna);
        Told(owner).ShouldBeEmpty();

        shop.Carrier.Funds["usps"] = 49.99m;
        foreach (var _ in Enumerable.Range(0, 3)) await Buys(shop, anna);
        Told(owner).ShouldBe(["⚠️ USPS has $49.99 left. Please top up the account, or no more labels can be bought."]);

        shop.Carrier.Funds["ups"] = 0;
        foreach (var _ in Enumerable.Range(0, 2)) await Buys(shop, anna);
        Told(owner).Count.ShouldBe(2);
        Told(owner)[1].ShouldStartWith("⚠️ UPS has $0.00 left");

        shop.Floor.Temp.Clock.Advance(TimeSpan.FromDays(1));
        foreach (var _ in Enumerable.Range(0, 2)) await Buys(shop, anna);
        Told(owner).Count.ShouldBe(4);
    }

    [Fact, Covers("shipping:E17")]
    public async Task a_carrier_that_does_not_tell_its_balance_delays_no_label()
    {
        await using var shop = await LabelShop.Open();
        var owner = await shop.Customer(chat: LabelShop.OwnerChat);
        var anna = await (await shop.Customer(1_000_00)).ToPayment(shop);
        shop.Carrier.Before = call => call == "GET carriers" ? throw new HttpRequestException("down") : Task.CompletedTask;

        await anna.Taps("Pay from balance");
        await shop.Floor.WorkAndDeliver();

        anna.Chat.Count(shown => shown.Message.File is not null).ShouldBe(1);
        Told(owner).ShouldBeEmpty();
    }

    private static async Task Buys(LabelShop shop, Guest<Lavka.Commerce.Desk> anna)
    {
        await anna.Writes("/start");
        await anna.ToPayment(shop);
        await anna.Taps("Pay from balance");
        await shop.Floor.WorkAndDeliver();
    }

    private static IReadOnlyList<string> Told(Guest<Lavka.Commerce.Desk> owner) =>
        [.. owner.Chat.Select(shown => shown.Message.Html).Where(text => text.Contains(Low, StringComparison.Ordinal))];
}
