using Lavka.Kit;
using Shouldly;
using Xunit;
using LabelState = Lavka.Shops.Shipping.LabelState;

namespace Lavka.Stored.Shops.Shipping;

/// <summary>Leaving an order that waits for its payment for the main menu (shipping:B07): he is warned, and each way does what it says.</summary>
public sealed class MenuTests
{
    private const long Purse = 50_00;

    [Fact, Covers("shipping:B07")]
    public async Task whoever_returns_is_on_the_very_same_payment_and_can_pay()
    {
        await using var shop = await LabelShop.Open();
        var anna = await (await shop.Customer(Purse)).ToPayment(shop);
        var payment = anna.Seen;

        await anna.Writes("/start");
        anna.Sees("is not paid yet: USPS Ground Advantage, $18.41");
        await anna.Taps("Return to the payment");

        anna.Seen.ShouldBe(payment);
        await anna.Taps("Pay from balance");
        await shop.Floor.WorkAndDeliver();
        (await shop.Order()).State.ShouldBe(LabelState.Delivered);
    }

    [Fact, Covers("shipping:B07")]
    public async Task whoever_cancels_is_in_the_menu_and_the_order_is_gone()
    {
        await using var shop = await LabelShop.Open();
        var anna = await (await shop.Customer(Purse)).ToPayment(shop);
        var pay = anna.Pressing("Pay from balance");

        await anna.Writes("/start");
        await anna.Taps("Cancel the order, then the menu");

        anna.Sees("Hello, Anna!", "[📦 Create order]");
        anna.Seen.ShouldNotContain("Pay order");
        (await shop.Order()).State.ShouldBe(LabelState.Cancelled);
        await anna.Does(pay);
        anna.Note.ShouldBe("This order is no longer active.");
        await anna.Writes("/start");
        anna.Sees("Hello, Anna!");
    }

    [Fact, Covers("shipping:B07")]
    public async Task whoever_lets_it_wait_finds_it_as_the_first_button_of_the_menu()
    {
        await using var shop = await LabelShop.Open();
        var anna = await (await shop.Customer(Purse)).ToPayment(shop);
        var payment = anna.Seen;

        await anna.Writes("/start");
        await anna.Taps("To the menu, the order waits");
        anna.Sees("Hello, Anna!");
        await anna.Taps("Pay order");

        anna.Seen.ShouldBe(payment);
    }

    [Fact, Covers("shipping:B07")]
    public async Task the_button_that_cancels_does_no_harm_to_an_order_that_was_paid_meanwhile()
    {
        await using var shop = await LabelShop.Open();
        var anna = await (await shop.Customer(Purse)).ToPayment(shop);
        var pay = anna.Pressing("Pay from balance");
        await anna.Writes("/start");
        var leave = anna.Pressing("Cancel the order, then the menu");
        await anna.Does(pay);
        await shop.Floor.WorkAndDeliver();

        await anna.Does(leave);

        anna.Sees("Hello, Anna!");
        (await shop.Order()).State.ShouldBe(LabelState.Delivered);
        (await shop.Money()).ShouldBe((Purse - 18_41, 0, 18_41));
    }
}
