using Lavka.Kit;
using Lavka.Stored.Commerce;
using Shouldly;
using Xunit;
using LabelState = Lavka.Shops.Shipping.LabelState;

namespace Lavka.Stored.Shops.Shipping;

/// <summary>What has a time ends at that time, by the clock and not by a restart (shipping:H09).</summary>
public sealed class ExpiryTests
{
    private const long Purse = 50_00;

    [Theory, Covers("shipping:H09")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task an_unpaid_order_lives_an_hour_to_the_second_and_then_ends_once(bool isRestarted)
    {
        await using var shop = await LabelShop.Open();
        var anna = await (await shop.Customer(Purse)).ToPayment(shop);
        shop.Floor.Temp.Clock.Advance(TimeSpan.FromHours(1) - TimeSpan.FromSeconds(1));
        await shop.Floor.WorkAndDeliver();
        (await shop.Order()).State.ShouldBe(LabelState.Unpaid);
        if (isRestarted) await shop.Floor.Restart();

        shop.Floor.Temp.Clock.Advance(TimeSpan.FromSeconds(1));
        await shop.Floor.WorkAndDeliver();
        shop.Floor.Temp.Clock.Advance(TimeSpan.FromDays(1));
        await shop.Floor.WorkAndDeliver();

        (await shop.Order()).State.ShouldBe(LabelState.Expired);
        anna.Chat.Count(shown => shown.Message.Html.Contains("is no longer good", StringComparison.Ordinal)).ShouldBe(1);
        (await shop.Money()).ShouldBe((Purse, 0, 0));
    }

    [Fact, Covers("shipping:H09")]
    public async Task the_time_of_an_order_that_was_replaced_or_paid_ends_nothing()
    {
        await using var shop = await LabelShop.Open();
        var anna = await (await shop.Customer(Purse)).ToPayment(shop);
        await anna.Taps("Back to rates");
        await anna.Taps("UPS Ground");
        await anna.Taps("Pay from balance");
        await shop.Floor.WorkAndDeliver();

        shop.Floor.Temp.Clock.Advance(TimeSpan.FromHours(2));
        await shop.Floor.WorkAndDeliver();

        (await shop.Orders()).Select(order => order.State).ShouldBe([LabelState.Delivered, LabelState.Cancelled], ignoreOrder: true);
        anna.All.ShouldNotContain("is no longer good");
    }

    [Fact]
    public async Task a_refusal_after_the_time_is_up_leaves_no_order_that_waits_for_ever()
    {
        await using var shop = await LabelShop.Open();
        var anna = await (await shop.Customer(Purse)).ToPayment(shop);
        shop.Floor.Temp.Clock.Advance(TimeSpan.FromMinutes(59));
        shop.Carrier.Before = call => call.Contains("labels", StringComparison.Ordinal) ? throw new HttpRequestException("down") : Task.CompletedTask;
        await anna.Taps("Pay from balance");
        await shop.Floor.WorkAndDeliver();
        shop.Floor.Temp.Clock.Advance(TimeSpan.FromMinutes(2));
        await shop.Floor.WorkAndDeliver();
        (await shop.Order()).State.ShouldBe(LabelState.Buying, "The time is up while the carrier is silent.");
        (shop.Carrier.Before, shop.Carrier.Refusal) = (_ => Task.CompletedTask, ("business_rules", "insufficient_funds", null));

        shop.Floor.Temp.Clock.Advance(TimeSpan.FromMinutes(1));
        await shop.Floor.WorkAndDeliver();

        (await shop.Order()).State.ShouldBe(LabelState.Expired);
        (await shop.Money()).ShouldBe((Purse, 0, 0));
        await anna.Taps("Get new rates");
        await shop.Floor.WorkAndDeliver();
        anna.Sees("Choose a rate");
        await shop.Floor.Temp.BooksAreRight();
    }

    [Fact, Covers("shipping:H09")]
    public async Task an_invoice_of_which_nobody_says_anything_expires_by_the_clock_and_late_money_is_credited_all_the_same()
    {
        await using var shop = await LabelShop.Open();
        var anna = await shop.Customer();
        await anna.Taps("My balance");
        await anna.Taps("Top up");
        shop.Provider.NextTrack = "77";
        await anna.Writes("20");
        await shop.Floor.WorkAndDeliver();
        anna.Sees("The invoice is ready");
        shop.Provider.Sees("77", Lavka.Commerce.ProviderStatus.Waiting, 0);

        for (var minutes = 0; minutes < 90; minutes += 2)
        {
            shop.Floor.Temp.Clock.Advance(TimeSpan.FromMinutes(2));
            await shop.Floor.WorkAndDeliver();
        }

        anna.Chat.Count(shown => shown.Message.Html.Contains("has expired", StringComparison.Ordinal)).ShouldBe(1);
        (await shop.Floor.Count("payments where state = 'Expired'")).ShouldBe(1);
        (await shop.Floor.Count("jobs where done_at is null")).ShouldBe(0, "Nobody is asked for ever.");
        await shop.Pays("77", 20);
        (await shop.Money()).ShouldBe((20_00, 0, 0));
    }
}
