using Lavka.Commerce;
using Lavka.Kit;
using Lavka.Stored.Commerce;
using Shouldly;
using Xunit;
using LabelState = Lavka.Shops.Shipping.LabelState;

namespace Lavka.Stored.Shops.Shipping;

public sealed class FundingTests
{
    private const long Price = 18_41;
    private const long Purse = 50_00;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact, Covers("shipping:D07", "shipping:B11", "shipping:D24")]
    public async Task a_top_up_inside_an_order_leads_back_to_it_and_it_is_paid()
    {
        await using var shop = await LabelShop.Open();
        var anna = await (await shop.Customer()).ToPayment(shop);
        anna.Sees("Missing: <b>$18.41</b>");
        await anna.Taps("Top up (missing $18.41)");
        anna.Sees("Your order needs $18.41 more.");
        shop.Provider.NextTrack = "77";
        await anna.Writes("20");
        await shop.Floor.WorkAndDeliver();
        var invoice = anna.Chat[^1];
        invoice.Message.Rows.SelectMany(row => row).ShouldContain(key => key.Url == "https://pay.example/77");

        await shop.Pays("77", 20);

        anna.Chat.Single(shown => shown.Id == invoice.Id).Message.Rows.ShouldBeEmpty("Nobody pays an invoice that is paid.");
        anna.Sees("$20.00");
        (await shop.Money()).ShouldBe((20_00, 0, 0));
        await anna.Taps("Pay the order");
        anna.Sees("To pay: <b>$18.41</b>", "San Francisco, CA → New York, NY", "[💳 Pay from balance ($20.00)]");
        await anna.Taps("Pay from balance");
        await shop.Floor.WorkAndDeliver();

        (await shop.Order()).State.ShouldBe(LabelState.Delivered);
        (await shop.Money()).ShouldBe((20_00 - Price, 0, Price));
        await shop.Floor.Temp.BooksAreRight();
    }

    [Fact, Covers("shipping:D17", "shipping:D21")]
    public async Task an_invoice_that_runs_out_loses_its_buttons_and_a_new_one_leads_back_to_the_order()
    {
        await using var shop = await LabelShop.Open();
        var anna = await (await shop.Customer()).ToPayment(shop);
        await anna.Taps("Top up (missing $18.41)");
        shop.Provider.NextTrack = "77";
        await anna.Writes("20");
        await shop.Floor.WorkAndDeliver();
        var invoice = anna.Chat[^1];
        shop.Provider.Sees("77", ProviderStatus.Expired);
        shop.Floor.Temp.Clock.Advance(PollSchedule.Every);
        await shop.Floor.WorkAndDeliver();

        anna.Chat.Single(shown => shown.Id == invoice.Id).Message.Rows.ShouldBeEmpty("Nobody pays an invoice that ran out.");
        anna.Sees("The invoice of $20.00 has expired", "[🔁 A new invoice of $20.00]", "[🔄 Check the payment]");
        shop.Provider.NextTrack = "78";
        var press = anna.Pressing("A new invoice");
        await anna.Does(press);
        await anna.Does(press);
        await shop.Floor.WorkAndDeliver();

        shop.Provider.InvoicesMade.ShouldBe(2);
        await shop.Pays("78", 20);
        await anna.Taps("Pay the order");
        anna.Sees("To pay: <b>$18.41</b>", "[💳 Pay from balance ($20.00)]");
        await shop.Floor.Temp.BooksAreRight();
    }

    [Theory, Covers("shipping:B11")]
    [InlineData("expired", "is no longer good", "[🔄 Get new rates]")]
    [InlineData("cancelled", "is cancelled", "[🏠 Main menu]")]
    [InlineData("replaced", "is cancelled", "[🏠 Main menu]")]
    [InlineData("paid", "is paid: $18.41", "[📄 Download the label (PDF)]")]
    public async Task who_comes_back_from_a_top_up_sees_what_became_of_his_order_meanwhile(string fate, string told, string way)
    {
        await using var shop = await LabelShop.Open();
        var anna = await (await shop.Customer(fate == "paid" ? Purse : 0)).ToPayment(shop);
        var (order, pay) = ((await shop.Order()).Id, new Talk.Happening.Pressed($"/order/{(await shop.Order()).Id}/pay", "q", null));
        await anna.Does(new Talk.Happening.Pressed($"/order/{order}/topup", "q", null));
        shop.Provider.NextTrack = "77";
        await anna.Writes("20");
        await shop.Floor.WorkAndDeliver();
        if (fate == "expired") shop.Floor.Temp.Clock.Advance(TimeSpan.FromHours(1));
        if (fate == "cancelled") await anna.Does(new Talk.Happening.Pressed($"/order/{order}/drop", "q", null));
        if (fate == "paid") await anna.Does(pay);
        if (fate == "replaced")
        {
            await anna.Does(new Talk.Happening.Pressed($"/order/{order}/rates", "q", null));
            await anna.Taps("UPS Ground");
        }
        await shop.Floor.WorkAndDeliver();
        await shop.Pays("77", 20);

        await anna.Taps("Pay the order");

        anna.Sees(told, way);
        await anna.Does(pay);
        anna.Note.ShouldBe(fate == "paid" ? "This order is already paid." : "This order is no longer active.");
        var (wallet, held, revenue) = await shop.Money();
        (held, revenue).ShouldBe((0, fate == "paid" ? Price : 0));
        (wallet + revenue).ShouldBe(20_00 + (fate == "paid" ? Purse : 0));
    }

    [Theory, Covers("shipping:D22")]
    [InlineData("blocked by the shop")]
    [InlineData("unreachable for the bot")]
    public async Task money_that_arrives_when_the_customer_is_gone_is_his_all_the_same(string how)
    {
        await using var shop = await LabelShop.Open();
        var anna = await shop.Customer();
        await anna.Taps("My balance");
        await anna.Taps("Top up");
        shop.Provider.NextTrack = "77";
        await anna.Writes("20");
        await shop.Floor.WorkAndDeliver();
        if (how == "blocked by the shop") await shop.Block();
        else shop.Floor.Messenger.Fate = call => call.Chat == "7" ? new Talk.Delivery.Unreachable("400 chat not found") : null;

        await shop.Pays("77", 20);

        (await shop.Money()).ShouldBe((20_00, 0, 0));
        (await shop.Floor.Count("payments where state = 'Paid' and fulfilled_at is not null")).ShouldBe(1);
        await shop.Floor.Temp.BooksAreRight();
    }

    [Fact, Covers("shipping:D24")]
    public async Task an_invoice_and_its_money_that_come_while_a_form_is_open_stand_beside_it_without_buttons()
    {
        await using var shop = await LabelShop.Open();
        var anna = await shop.Customer();
        await anna.Taps("My balance");
        await anna.Taps("Top up");
        shop.Provider.NextTrack = "77";
        await anna.Writes("20");
        await anna.Writes("/start");
        await anna.Taps("Create order");
        await shop.Floor.WorkAndDeliver();
        anna.Sees("https://pay.example/77");
        anna.Chat.ShouldAllBe(shown => shown.Message.Rows.Count == 0);

        await shop.Pays("77", 20);

        anna.Sees("Your balance was topped up!");
        anna.Chat.ShouldAllBe(shown => shown.Message.Rows.Count == 0, "The open question awaits text.");
        await anna.Writes("John Smith");
        anna.Sees("Step 2/18");
    }

    [Fact]
    public async Task a_balance_that_shrank_since_the_screen_was_drawn_is_told_and_nothing_is_bought()
    {
        await using var shop = await LabelShop.Open();
        var anna = await (await shop.Customer(Purse)).ToPayment(shop);
        var customer = await shop.CustomerOf();
        await shop.Floor.Temp.Reserve("elsewhere", customer, Purse - 1_00);

        await anna.Taps("Pay from balance");
        await shop.Floor.WorkAndDeliver();

        anna.Sees("Your balance is too small");
        shop.Carrier.Sold.ShouldBeEmpty();
        (await shop.Order()).State.ShouldBe(LabelState.Unpaid);
        (await shop.Money()).ShouldBe((1_00, Purse - 1_00, 0));
    }
}
