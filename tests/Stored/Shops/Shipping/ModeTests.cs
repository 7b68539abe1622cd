using Lavka.Kit;
using Lavka.Shops.Shipping;
using Lavka.Stored.Bot;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Stored.Shops.Shipping;

/// <summary>The owner switches the carrier between its real key and the one for tests, while the shop runs (shipping:E08).</summary>
public sealed class ModeTests
{
    private const long Purse = 50_00;

    [Fact, Covers("shipping:E08")]
    public async Task after_a_switch_the_next_quote_uses_the_other_key_and_what_was_quoted_before_is_not_shown()
    {
        await using var shop = await LabelShop.Open();
        var owner = await shop.Customer(chat: LabelShop.OwnerChat);
        var anna = await (await shop.Customer(Purse)).ToRates(shop);
        shop.Carrier.Keys.Last().ShouldBe(("POST rates", FakeCarrier.RealKey));
        shop.Carrier.GroundCost = 1;

        await Switch(owner, "test");
        await anna.Writes("/start");
        await anna.Taps("Return to the order");
        await shop.Floor.WorkAndDeliver();

        shop.Carrier.Keys.Last().ShouldBe(("POST rates", FakeCarrier.TestKey));
        anna.Sees("🧪 Test mode", "[🦅 USPS Ground Advantage — $11.00]");
        anna.All.Split("---")[^1].ShouldNotContain("$18.41");

        await Switch(owner, "production");
        shop.Carrier.GroundCost = 2;
        await anna.Writes("/start");
        await anna.Taps("Return to the order");
        await shop.Floor.WorkAndDeliver();
        shop.Carrier.Keys.Last().ShouldBe(("POST rates", FakeCarrier.RealKey));
        anna.Sees("[🦅 USPS Ground Advantage — $12.00]");
        anna.Seen.ShouldNotContain("Test mode");
    }

    [Theory, Covers("shipping:E08")]
    [InlineData("test", FakeCarrier.TestKey)]
    [InlineData(null, FakeCarrier.RealKey)]
    public async Task an_order_is_bought_with_the_key_that_it_was_quoted_with_whatever_is_on_when_it_is_paid(string? quotedIn, string key)
    {
        await using var shop = await LabelShop.Open();
        var owner = await shop.Customer(chat: LabelShop.OwnerChat);
        if (quotedIn is not null) await Switch(owner, quotedIn);
        var anna = await (await shop.Customer(Purse)).ToPayment(shop);
        anna.Seen.Contains("🧪 Test mode", StringComparison.Ordinal).ShouldBe(quotedIn is not null);
        await Switch(owner, quotedIn is null ? "test" : "production");
        shop.Carrier.Keys.Clear();

        await anna.Taps("Pay from balance");
        await shop.Floor.WorkAndDeliver();

        shop.Carrier.Keys.Where(call => call.Call.Contains("labels", StringComparison.Ordinal)).ShouldAllBe(call => call.Key == key);
        (await shop.Order()).Chosen.Mode.ShouldBe(quotedIn is null ? CarrierMode.Production : CarrierMode.Test);
        shop.Carrier.Keys.Any(call => call.Call == "GET carriers").ShouldBe(quotedIn is null, "The wallet of the test environment is nobody's business.");
    }

    [Fact, Covers("shipping:E08")]
    public async Task the_owner_is_asked_first_sees_the_masked_key_and_every_switch_is_kept_through_a_restart()
    {
        await using var shop = await LabelShop.Open();
        var owner = await shop.Customer(chat: LabelShop.OwnerChat);
        await owner.Writes("/mode");
        owner.Sees("production", "••••0001");
        await owner.Taps("Switch to");
        owner.Sees("Switch to the key for tests?");
        await owner.Taps("Back");
        owner.Sees("••••0001");
        (await shop.Floor.Count("choices")).ShouldBe(0);

        await Switch(owner, "test");
        owner.Sees("🧪 test", "••••0002");
        owner.All.ShouldNotContain(FakeCarrier.TestKey);
        owner.All.ShouldNotContain(FakeCarrier.RealKey);
        await shop.Floor.Restart();
        await owner.Writes("/mode");
        owner.Sees("🧪 test");
        (await shop.Floor.Count("choices where name = 'carrier-mode' and value = 'Test' and chosen_by = 'labels/1'")).ShouldBe(1);
    }

    [Fact]
    public async Task nobody_but_the_owner_can_see_or_switch_the_mode()
    {
        await using var shop = await LabelShop.Open();
        var anna = await shop.Customer();
        await anna.Writes("/mode");
        anna.Sees("There is nothing here any more.");

        foreach (var route in new[] { "mode/Test", "mode/Test/set" }) await anna.Does(new Happening.Pressed("/" + route, "q", null));

        anna.Note.ShouldBe("This button is no longer active.");
        (await shop.Floor.Count("choices")).ShouldBe(0);
    }

    private static async Task Switch(Guest<Lavka.Commerce.Desk> owner, string to)
    {
        await owner.Writes("/mode");
        await owner.Taps("Switch to: " + (to == "test" ? "🧪 test" : "🟢 production"));
        await owner.Taps("Yes, switch");
    }
}
