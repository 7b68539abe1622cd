using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Stored.Shops.Shipping;

/// <summary>From the payment back to the rates: what stays, and what is said when it does not (shipping:B10).</summary>
public sealed class BackToRatesTests
{
    private const long Purse = 50_00;
    private const string Offer = "[🦅 USPS Ground Advantage — $18.41]";

    [Fact, Covers("shipping:B10")]
    public async Task while_they_are_good_the_very_same_rates_stand_there_and_nobody_is_asked_again()
    {
        await using var shop = await LabelShop.Open();
        var anna = await (await shop.Customer(Purse)).ToRates(shop);
        var rates = anna.Seen;
        await anna.Taps("Ground Advantage");
        shop.Carrier.GroundCost = 99;
        shop.Floor.Temp.Clock.Advance(TimeSpan.FromMinutes(59));

        await anna.Taps("Back to rates");
        await shop.Floor.WorkAndDeliver();

        anna.Seen.ShouldBe(rates);
        await anna.Taps("Ground Advantage");
        await anna.Taps("Pay from balance");
        await shop.Floor.WorkAndDeliver();
        shop.Carrier.Calls.Count(call => call == "POST rates").ShouldBe(1);
        shop.Carrier.Sold.Values.ShouldBe(["ground-1"]);
        (await shop.Money()).ShouldBe((Purse - 18_41, 0, 18_41));
    }

    [Theory, Covers("shipping:B10")]
    [InlineData(10.00, "⚠️ The price has changed: USPS Ground Advantage was $18.41 and is $20.00 now.")]
    [InlineData(8.00, "⚠️ The price has changed: USPS Ground Advantage was $18.41 and is $18.00 now.")]
    public async Task a_price_that_changed_meanwhile_is_told_with_both_amounts_and_only_the_new_one_can_be_chosen(double cost, string told)
    {
        await using var shop = await LabelShop.Open();
        var anna = await (await shop.Customer(Purse)).ToPayment(shop);
        shop.Carrier.GroundCost = (decimal)cost;
        shop.Floor.Temp.Clock.Advance(TimeSpan.FromHours(1));
        await shop.Floor.WorkAndDeliver();

        await anna.Taps("Get new rates");
        await shop.Floor.WorkAndDeliver();

        anna.Sees(told);
        anna.Seen.ShouldNotContain(Offer);
        await anna.Taps("Ground Advantage");
        anna.Sees($"To pay: <b>{told.Split("is ")[1].Split(' ')[0]}</b>");
        (await shop.Money()).ShouldBe((Purse, 0, 0));
    }

    [Fact, Covers("shipping:B10")]
    public async Task the_same_price_says_nothing_and_a_service_that_is_gone_is_named()
    {
        await using var shop = await LabelShop.Open();
        var anna = await (await shop.Customer(Purse)).ToPayment(shop);
        shop.Floor.Temp.Clock.Advance(TimeSpan.FromHours(1));
        await shop.Floor.WorkAndDeliver();
        await anna.Taps("Get new rates");
        await shop.Floor.WorkAndDeliver();
        anna.Sees(Offer);
        anna.Seen.ShouldNotContain("price has changed");

        await anna.Taps("Ground Advantage");
        shop.Carrier.Unsold = "usps_ground_advantage";
        shop.Floor.Temp.Clock.Advance(TimeSpan.FromHours(1));
        await shop.Floor.WorkAndDeliver();
        await anna.Taps("Get new rates");
        await shop.Floor.WorkAndDeliver();
        anna.Sees("⚠️ USPS Ground Advantage for $18.41 is no longer offered; please choose another rate.", "[🛡 UPS Ground — $19.99]");
    }
}
