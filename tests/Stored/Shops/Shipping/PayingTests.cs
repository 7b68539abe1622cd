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
        shop.Floor.Messenger.Notes.Count(note => note == "The label is already being created.").ShouldBe(9);
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

        anna.Note.ShouldBe("This order is already paid.");
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

    [Fact, Covers("shipping:E20")]
    public async Task the_label_is_bought_at_the_rate_that_was_chosen_last()
    {
        await using var shop = await LabelShop.Open();
        var anna = await (await shop.Customer(Purse)).ToPayment(shop);
        var first = anna.Pressing("Pay from balance");
        await anna.Taps("Back to rates");
        await anna.Taps("Priority Mail");
        anna.Sees("To pay: <b>$24.20</b>");
        await anna.Does(first);
        anna.Note.ShouldBe("This order is no longer active.");

        await anna.Taps("Pay from balance");
        await shop.Floor.WorkAndDeliver();

        shop.Carrier.Sold.Values.ShouldBe(["priority-1"]);
        (await shop.Money()).ShouldBe((Purse - 24_20, 0, 24_20));
    }

    [Theory, Covers("shipping:E22")]
    [InlineData("refused")]
    [InlineData("never answered")]
    public async Task whatever_becomes_of_the_thanks_the_label_was_delivered_before_and_the_order_is_done(string fate)
    {
        await using var shop = await LabelShop.Open();
        var anna = await (await shop.Customer(Purse)).ToPayment(shop);
        var pdfs = 0;
        shop.Floor.Messenger.Fate = call =>
        {
            if (!call.Message.Html.Contains("Thank you!", StringComparison.Ordinal)) return null;
            pdfs = anna.Chat.Count(shown => shown.Message.File is not null);
            return fate switch { "refused" => new Delivery.Refused("400"), "never answered" => new Delivery.Failed("down"), _ => null };
        };

        await anna.Taps("Pay from balance");
        await shop.Floor.WorkAndDeliver();

        pdfs.ShouldBe(1, "The label goes before the thanks.");
        (await shop.Order()).State.ShouldBe(LabelState.Delivered);
        (await shop.Money()).ShouldBe((Purse - Price, 0, Price));
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
