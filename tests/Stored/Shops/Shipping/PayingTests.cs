using Lavka.Durable;
using Lavka.Kit;
using Lavka.Stored.Commerce;
using Lavka.Talk;
using Shouldly;
using Xunit;
using LabelState = Lavka.Shops.Shipping.LabelState;

namespace Lavka.Stored.Shops.Shipping;

public sealed class PayingTests
{
    private const long Price = 18_41;
    private const long Purse = 50_00;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact, Covers("shipping:F01", "shipping:F02")]
    public async Task a_paid_label_is_charged_once_delivered_with_its_pdf_and_known_everywhere_by_the_order_s_one_id()
    {
        await using var shop = await LabelShop.Open();
        await shop.Customer(chat: LabelShop.OwnerChat);
        var anna = await (await shop.Customer(Purse)).ToPayment(shop);
        anna.Sees("To pay: <b>$18.41</b>", "Your balance: $50.00", "[💳 Pay from balance ($50.00)]");
        var id = (await shop.Order()).Id;

        await anna.Taps("Pay from balance");
        anna.Sees("Creating the shipping label");
        (await shop.Money()).ShouldBe((Purse - Price, Price, 0));
        await shop.Floor.WorkAndDeliver();

        (await shop.Money()).ShouldBe((Purse - Price, 0, Price));
        var order = await shop.Order();
        (order.Id, order.State, order.Label!.TrackingNumber).ShouldBe((id, LabelState.Delivered, "9400" + id));
        shop.Carrier.Sold.Keys.ShouldBe([id]);
        (await shop.Floor.Count($"orders where id = '{id}'")).ShouldBe(1);
        anna.Chat.Single(shown => shown.Message.File is not null).Message.File!.Name.ShouldBe($"9400{id}.pdf");
        anna.Sees("Thank you!");
        shop.Floor.Guest(LabelShop.OwnerChat).Chat[^1].Message.Html.ShouldContain("A new label!");
        await shop.Floor.Temp.BooksAreRight();
    }

    [Fact, Covers("shipping:E13")]
    public async Task ten_presses_of_pay_at_once_buy_one_label_and_charge_once()
    {
        await using var shop = await LabelShop.Open();
        var anna = await (await shop.Customer(10 * Price)).ToPayment(shop);
        var press = anna.Pressing("Pay from balance");

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => anna.Update(press)).Select(update => Task.Run(() => shop.Floor.Bot.Take(update, Ct), Ct)));
        (await shop.Money()).ShouldBe((9 * Price, Price, 0));
        await shop.Floor.WorkAndDeliver();

        (await shop.Money()).ShouldBe((9 * Price, 0, Price));
        shop.Carrier.Calls.Count(call => call == "POST labels").ShouldBe(1);
        shop.Floor.Messenger.Notes.Count(note => note == "The label is being created already.").ShouldBe(9);
        anna.Chat.Count(shown => shown.Message.File is not null).ShouldBe(1);
        await shop.Floor.Temp.BooksAreRight();
    }

    [Fact, Covers("shipping:F04")]
    public async Task paying_what_is_paid_says_so_and_charges_nothing()
    {
        await using var shop = await LabelShop.Open();
        var anna = await (await shop.Customer(10 * Price)).ToPayment(shop);
        var press = anna.Pressing("Pay from balance");
        await anna.Does(press);
        await shop.Floor.WorkAndDeliver();

        await anna.Does(press);
        await shop.Floor.WorkAndDeliver();

        anna.Note.ShouldBe("This order is paid already.");
        (await shop.Money()).ShouldBe((9 * Price, 0, Price));
        shop.Carrier.Calls.Count(call => call == "POST labels").ShouldBe(1);
    }

    [Fact, Covers("shipping:B06")]
    public async Task the_old_buttons_of_a_cancelled_order_say_that_it_is_not_active()
    {
        await using var shop = await LabelShop.Open();
        var anna = await (await shop.Customer(Purse)).ToPayment(shop);
        var pay = anna.Pressing("Pay from balance");
        await anna.Taps("Cancel");
        anna.Sees("Do you really want to cancel order");
        await anna.Taps("Yes, cancel the order");
        anna.Sees("is cancelled");

        await anna.Does(pay);
        await shop.Floor.WorkAndDeliver();

        anna.Note.ShouldBe("This order is no longer active.");
        (await shop.Money()).ShouldBe((Purse, 0, 0));
        shop.Carrier.Sold.ShouldBeEmpty();
    }

    [Fact]
    public async Task who_returns_from_cancelling_an_order_is_on_the_very_same_payment_screen()
    {
        await using var shop = await LabelShop.Open();
        var anna = await (await shop.Customer(Purse)).ToPayment(shop);
        var screen = anna.Seen;

        await anna.Taps("Cancel");
        await anna.Taps("Return to the order");

        anna.Seen.ShouldBe(screen);
    }

    [Fact]
    public async Task an_order_of_somebody_else_can_be_neither_seen_nor_paid()
    {
        await using var shop = await LabelShop.Open();
        var anna = await (await shop.Customer(Purse)).ToPayment(shop);
        var (pay, info) = (anna.Pressing("Pay from balance"), anna.Pressing("Order information"));
        var boris = await shop.Customer(Purse, "8");

        await boris.Does(pay with { MessageId = null });
        boris.Note.ShouldBe("This order is no longer active.");
        await boris.Does(info with { MessageId = null });
        boris.Sees("There is nothing here any more.");

        await shop.Floor.WorkAndDeliver();
        ((await shop.Money()), (await shop.Money("8"))).ShouldBe(((Purse, 0, 0), (Purse, 0, 0)));
    }

    [Fact]
    public async Task an_order_that_is_not_paid_in_its_time_expires_untouched_and_can_be_quoted_anew()
    {
        await using var shop = await LabelShop.Open();
        var anna = await (await shop.Customer(Purse)).ToPayment(shop);
        var pay = anna.Pressing("Pay from balance");

        shop.Floor.Temp.Clock.Advance(TimeSpan.FromHours(1));
        await shop.Floor.WorkAndDeliver();

        anna.Sees("is no longer good", "[🔄 Get new rates]");
        await anna.Does(pay);
        anna.Note.ShouldBe("This order is no longer active.");
        await anna.Taps("Get new rates");
        anna.Sees("CHECK YOUR ORDER", "John Smith");
        (await shop.Money()).ShouldBe((Purse, 0, 0));
    }

    [Fact, Covers("shipping:E20")]
    public async Task the_label_is_bought_at_the_rate_that_was_chosen_last()
    {
        await using var shop = await LabelShop.Open();
        var anna = await (await shop.Customer(Purse)).ToPayment(shop);
        var first = anna.Pressing("Pay from balance");
        await anna.Taps("Back to rates");
        await anna.Taps("All correct");
        await shop.Floor.WorkAndDeliver();
        await anna.Taps("Priority Mail");
        anna.Sees("To pay: <b>$24.20</b>");
        await anna.Does(first);
        anna.Note.ShouldBe("This order is no longer active.");

        await anna.Taps("Pay from balance");
        await shop.Floor.WorkAndDeliver();

        shop.Carrier.Sold.Values.ShouldBe(["priority-2"]);
        (await shop.Money()).ShouldBe((Purse - 24_20, 0, 24_20));
    }

    [Fact, Covers("shipping:E14")]
    public async Task a_purchase_whose_answer_was_lost_is_found_by_its_own_id_and_not_made_again()
    {
        await using var shop = await LabelShop.Open();
        var anna = await (await shop.Customer(Purse)).ToPayment(shop);
        var isLost = true;
        shop.Carrier.After = call => call == "POST labels" && isLost ? throw new HttpRequestException("timeout") : Task.CompletedTask;

        await anna.Taps("Pay from balance");
        await shop.Floor.WorkAndDeliver();
        (await shop.Money()).ShouldBe((Purse - Price, Price, 0));
        isLost = false;
        shop.Floor.Temp.Clock.Advance(WorkerOptions.PauseAfter(1));
        await shop.Floor.WorkAndDeliver();

        (await shop.Order()).State.ShouldBe(LabelState.Delivered);
        shop.Carrier.Calls.Count(call => call == "POST labels").ShouldBe(1);
        (await shop.Money()).ShouldBe((Purse - Price, 0, Price));
    }

    [Fact]
    public async Task a_carrier_that_never_says_leaves_the_money_set_aside_and_calls_a_person()
    {
        await using var shop = await LabelShop.Open();
        await shop.Customer(chat: LabelShop.OwnerChat);
        var anna = await (await shop.Customer(Purse)).ToPayment(shop);
        shop.Carrier.Before = call => call.Contains("labels", StringComparison.Ordinal) ? throw new HttpRequestException("down") : Task.CompletedTask;
        await anna.Taps("Pay from balance");
        for (var attempt = 1; attempt <= new WorkerOptions().MaxAttempts; attempt++)
        {
            await shop.Floor.WorkAndDeliver();
            shop.Floor.Temp.Clock.Advance(WorkerOptions.PauseAfter(attempt));
        }

        anna.Sees("The money is set aside, not charged");
        (await shop.Money()).ShouldBe((Purse - Price, Price, 0));
        shop.Floor.Guest(LabelShop.OwnerChat).Chat[^1].Message.Html.ShouldContain("it is unknown whether the label was bought");
        (await shop.Floor.Count("dead_letters")).ShouldBe(1);
        await shop.Floor.Temp.BooksAreRight();
    }

    [Theory]
    [InlineData("business_rules", "insufficient_funds", null, "a temporary fault on our side", LabelState.Unpaid)]
    [InlineData("validation", "invalid_address", null, "Said by the carrier", LabelState.Unpaid)]
    [InlineData("validation", "not_found", "rate_id", "ran out during the payment", LabelState.Expired)]
    [Covers("shipping:E15")]
    public async Task a_refused_purchase_gives_the_money_back_and_says_what_can_be_done(string type, string code, string? field, string told, LabelState state)
    {
        await using var shop = await LabelShop.Open();
        await shop.Customer(chat: LabelShop.OwnerChat);
        var anna = await (await shop.Customer(Purse)).ToPayment(shop);
        shop.Carrier.Refusal = (type, code, field);

        await anna.Taps("Pay from balance");
        await shop.Floor.WorkAndDeliver();

        anna.Sees(told);
        (await shop.Money()).ShouldBe((Purse, 0, 0));
        (await shop.Order()).State.ShouldBe(state);
        shop.Floor.Guest(LabelShop.OwnerChat).All.Contains("the carrier refused", StringComparison.Ordinal).ShouldBe(state is LabelState.Unpaid);
        await shop.Floor.Temp.BooksAreRight();
    }

    [Fact, Covers("shipping:E09")]
    public async Task a_rate_that_ran_out_is_asked_for_anew_and_the_other_price_has_to_be_chosen()
    {
        await using var shop = await LabelShop.Open();
        var anna = await (await shop.Customer(Purse)).ToPayment(shop);
        shop.Carrier.Refusal = ("validation", "not_found", "rate_id");
        await anna.Taps("Pay from balance");
        await shop.Floor.WorkAndDeliver();
        (shop.Carrier.Refusal, shop.Carrier.GroundCost) = (null, 10m);

        await anna.Taps("Get new rates");
        await anna.Taps("All correct");
        await shop.Floor.WorkAndDeliver();
        anna.Sees("[🦅 USPS Ground Advantage — $20.00]");
        (await shop.Money()).ShouldBe((Purse, 0, 0));

        await anna.Taps("Ground Advantage");
        await anna.Taps("Pay from balance");
        await shop.Floor.WorkAndDeliver();
        (await shop.Money()).ShouldBe((Purse - 20_00, 0, 20_00));
        shop.Carrier.Sold.Values.ShouldBe(["ground-2"]);
    }

    [Fact]
    public async Task after_a_refusal_the_same_order_can_be_paid_again()
    {
        await using var shop = await LabelShop.Open();
        var anna = await (await shop.Customer(Purse)).ToPayment(shop);
        shop.Carrier.Refusal = ("business_rules", "insufficient_funds", null);
        await anna.Taps("Pay from balance");
        await shop.Floor.WorkAndDeliver();
        shop.Carrier.Refusal = null;

        await anna.Taps("To the payment");
        await anna.Taps("Pay from balance");
        await shop.Floor.WorkAndDeliver();

        (await shop.Order()).State.ShouldBe(LabelState.Delivered);
        (await shop.Money()).ShouldBe((Purse - Price, 0, Price));
        await shop.Floor.Temp.BooksAreRight();
    }

    [Fact, Covers("shipping:E16")]
    public async Task a_pdf_that_cannot_be_fetched_is_tried_again_then_told_by_its_address_and_can_be_had_later()
    {
        await using var shop = await LabelShop.Open();
        var anna = await (await shop.Customer(Purse)).ToPayment(shop);
        shop.Carrier.Before = call => call.StartsWith("GET pdf", StringComparison.Ordinal) ? throw new HttpRequestException("down") : Task.CompletedTask;
        await anna.Taps("Pay from balance");
        await shop.Floor.WorkAndDeliver();
        anna.Sees("is paid: $18.41");
        shop.Carrier.Before = _ => Task.CompletedTask;

        shop.Floor.Temp.Clock.Advance(WorkerOptions.PauseAfter(1));
        await shop.Floor.WorkAndDeliver();
        anna.Chat.Count(shown => shown.Message.File is not null).ShouldBe(1);

        await anna.Taps("Main menu");
        await anna.Does(new Happening.Pressed($"/order/{(await shop.Order()).Id}/pdf", "q", null));
        anna.Chat.Count(shown => shown.Message.File is not null).ShouldBe(2);
        (await shop.Money()).ShouldBe((Purse - Price, 0, Price));
    }

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

    [Fact, Covers("shipping:D24")]
    public async Task an_invoice_and_its_money_that_come_while_a_form_is_open_stand_beside_it_and_the_invoice_loses_its_button()
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
        var invoice = anna.Chat[^1];
        invoice.Message.Rows.SelectMany(row => row).Select(key => key.Url).ShouldBe(["https://pay.example/77"]);

        await shop.Pays("77", 20);

        anna.Chat.Single(shown => shown.Id == invoice.Id).Message.Rows.ShouldBeEmpty("Nobody pays an invoice that is paid.");
        anna.Sees("Your balance was topped up!");
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

    [Fact, Covers("shipping:D23")]
    public async Task the_money_is_right_although_the_customer_blocked_the_bot()
    {
        await using var shop = await LabelShop.Open();
        var anna = await (await shop.Customer(Purse)).ToPayment(shop);
        await anna.Taps("Pay from balance");
        shop.Floor.Messenger.Fate = call => call.Chat == "7" ? new Delivery.Unreachable("403") : null;

        await shop.Floor.WorkAndDeliver();

        (await shop.Order()).State.ShouldBe(LabelState.Delivered);
        (await shop.Money()).ShouldBe((Purse - Price, 0, Price));
        (await shop.Floor.Count("chats where chat = '7' and unreachable_since is not null")).ShouldBe(1);
    }
}
