using Lavka.Durable;
using Lavka.Kit;
using Lavka.Stored.Commerce;
using Lavka.Talk;
using Shouldly;
using Xunit;
using LabelState = Lavka.Shops.Shipping.LabelState;

namespace Lavka.Stored.Shops.Shipping;

/// <summary>Everything that can go wrong between paying for a label and having it.</summary>
public sealed class MishapTests
{
    private const long Price = 18_41;
    private const long Purse = 50_00;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

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
        await shop.Floor.WorkAndDeliver();
        anna.Sees("Choose a rate");
        shop.Carrier.Calls.Count(call => call == "POST rates").ShouldBe(2);
        (await shop.Money()).ShouldBe((Purse, 0, 0));
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
        await shop.OutOfPatience();

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
}
