using Lavka.Commerce;
using Lavka.Kit;
using Lavka.Stored.Bot;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Stored.Shops.Shipping;

public sealed class MyOrdersTests
{
    private const long Purse = 500_00;

    [Theory, Covers("shipping:E06", "shipping:E07")]
    [InlineData("Ground Advantage", "USPS Ground Advantage")]
    [InlineData("UPS Ground", "UPS Ground")]
    [InlineData("OnTrac", "OnTrac Ground")]
    public async Task carrier_service_and_tracking_number_stand_in_every_notice_and_in_the_orders(string choice, string sold)
    {
        await using var shop = await LabelShop.Open();
        await shop.Customer(chat: LabelShop.OwnerChat);
        var anna = await (await shop.Customer(Purse)).ToRates(shop);
        anna.Sees($"{sold} — $");
        await anna.Taps(choice);
        anna.Sees($"\n{sold}\n");
        await anna.Taps("Pay from balance");
        await shop.Floor.WorkAndDeliver();

        var tracking = (await shop.Order()).Label!.TrackingNumber;
        anna.All.ShouldContain($"{sold}\nTracking number: <code>{tracking}</code>");
        anna.Chat.Single(shown => shown.Message.File is not null).Message.Html.ShouldBe($"{sold.Split(' ')[0]} · {tracking}");
        shop.Floor.Guest(LabelShop.OwnerChat).Chat[^1].Message.Html.ShouldContain($"{sold}\nTracking: {tracking}");
        await anna.Writes("/orders");
        anna.Sees($"{sold} · $", "San Francisco, CA → New York, NY", $"Tracking number: <code>{tracking}</code>", "✅ label bought");
        await anna.Taps("#ORD-");
        anna.Sees(sold, tracking);
        await anna.Taps("Order information");
        anna.Sees($"🚚 {sold}", $"Tracking number: <code>{tracking}</code>", "John Smith");
        anna.All.ShouldNotContain("UNKNOWN", Case.Insensitive);
    }

    [Fact, Covers("shipping:E16")]
    public async Task the_label_can_be_had_again_from_the_orders_as_often_as_one_likes()
    {
        await using var shop = await LabelShop.Open();
        var anna = await (await shop.Customer(Purse)).ToPayment(shop);
        await anna.Taps("Pay from balance");
        await shop.Floor.WorkAndDeliver();
        for (var copies = 2; copies <= 3; copies++)
        {
            await anna.Writes("/orders");
            await anna.Taps("#ORD-");
            await anna.Taps("Download the label");
            anna.Chat.Count(shown => shown.Message.File is not null).ShouldBe(copies);
        }
        shop.Carrier.Calls.Count(call => call == "POST labels").ShouldBe(1);
        shop.Carrier.Calls.Count(call => call.StartsWith("GET pdf", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact, Covers("shipping:E16")]
    public async Task a_pdf_that_was_given_up_is_fetched_when_the_customer_asks_for_it()
    {
        await using var shop = await LabelShop.Open();
        var anna = await (await shop.Customer(Purse)).ToPayment(shop);
        shop.Carrier.Before = call => call.StartsWith("GET pdf", StringComparison.Ordinal) ? throw new HttpRequestException("down") : Task.CompletedTask;
        await anna.Taps("Pay from balance");
        await shop.OutOfPatience();
        anna.Sees("could not be fetched yet", "https://carrier.example/pdf/");
        shop.Carrier.Before = _ => Task.CompletedTask;

        await anna.Taps("Download the label");
        anna.Note.ShouldBe("Fetching the label; it comes here.");
        await shop.Floor.WorkAndDeliver();

        anna.Chat.Count(shown => shown.Message.File is not null).ShouldBe(1);
        anna.Sees("Thank you!");
    }

    [Fact]
    public async Task orders_are_turned_over_page_by_page_and_only_one_s_own_are_among_them()
    {
        await using var shop = await LabelShop.Open();
        var anna = await shop.Customer(Purse);
        await anna.Writes("/orders");
        anna.Sees("There are no orders yet", "[📦 Create order]");
        for (var order = 1; order <= 12; order++) await Places(shop, anna, isFirst: order == 1);
        var ids = await Ids(shop);

        await anna.Writes("/orders");
        SeesOnly(anna, ids, 0..5);
        anna.Seen.ShouldNotContain("Newer");
        await anna.Taps("Older");
        SeesOnly(anna, ids, 5..10);
        anna.Sees("[◀️ Newer]", "❌ cancelled");
        await anna.Taps("Older");
        SeesOnly(anna, ids, 10..12);
        anna.Seen.ShouldNotContain("Older");
        await anna.Taps("Newer");
        SeesOnly(anna, ids, 5..10);
        await anna.Taps("Newer");
        SeesOnly(anna, ids, 0..5);
        anna.Sees("⏳ waits for payment");

        var boris = await shop.Customer(chat: "8");
        await boris.Writes("/orders");
        boris.Sees("There are no orders yet");
    }

    [Fact, Covers("vpn:S-34")]
    public async Task a_page_neither_repeats_nor_leaves_out_an_order_when_another_was_placed_meanwhile()
    {
        await using var shop = await LabelShop.Open();
        var anna = await shop.Customer(Purse);
        for (var order = 1; order <= 7; order++) await Places(shop, anna, isFirst: order == 1);
        await anna.Writes("/orders");
        var older = anna.Pressing("Older");
        var ids = await Ids(shop);

        await Places(shop, anna, isFirst: false);
        await anna.Does(older);

        SeesOnly(anna, ids, 5..7);
    }

    private static async Task Places(LabelShop shop, Guest<Desk> anna, bool isFirst)
    {
        await anna.Writes("/start");
        if (!isFirst) await anna.Taps("To the menu, the order waits");
        await anna.ToPayment(shop);
        shop.Floor.Temp.Clock.Advance(TimeSpan.FromMinutes(1));
    }

    private static async Task<IReadOnlyList<string>> Ids(LabelShop shop) => [.. (await shop.Orders()).Select(order => order.OrderId.Display)];

    private static void SeesOnly(Guest<Desk> guest, IReadOnlyList<string> ids, Range page)
    {
        var (from, count) = page.GetOffsetAndLength(ids.Count);
        ids.Where(guest.Seen.Contains).ShouldBe(ids.Skip(from).Take(count));
    }

    [Theory]
    [InlineData("orders/2")]
    [InlineData("orders/-1")]
    [InlineData("orders/older-x")]
    [InlineData("orders/older-0123456789")]
    [InlineData("orders/newer-0123456789")]
    public async Task a_page_that_cannot_be_and_one_of_an_earlier_release_is_the_first(string route)
    {
        await using var shop = await LabelShop.Open();
        var anna = await (await shop.Customer()).ToPayment(shop);

        await anna.Does(new Happening.Pressed("/" + route, "q", null));

        anna.Sees((await shop.Order()).OrderId.Display);
        (await shop.Floor.DeadLetters()).ShouldBeEmpty();
    }
}
