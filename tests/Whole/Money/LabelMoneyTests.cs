using System.Net;
using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Whole;

public sealed class LabelMoneyTests
{
    [Fact]
    [Covers("shipping:E13", "faults:F21")]
    public async Task Ten_presses_on_pay_at_once_buy_one_label_and_charge_once()
    {
        await using var town = await Town.Open();
        var (kate, raw) = await town.NewCustomerByHand();
        var order = await WithMoney(town, kate);
        var pay = await kate.Finds("Pay from balance");

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => raw.Post(RawUpdate.Pressed(raw.NextId(), kate.Id, pay.Message, pay.Data))));

        answers.ShouldAllBe(answer => answer == HttpStatusCode.OK);
        await kate.Sees("Tracking number");
        await order.IsPaidOnce(50);
        (await town.Carrier.Requests("POST", "/labels")).Count.ShouldBe(1);
    }

    [Fact]
    [Covers("shipping:F04", "shipping:B06")]
    public async Task An_old_pay_button_answers_that_the_order_is_paid()
    {
        await using var town = await Town.Open();
        var kate = await town.NewCustomer();
        var order = await WithMoney(town, kate);
        var pay = await kate.Finds("Pay from balance");
        await kate.Presses(pay);
        await order.Arrives();

        await town.Telegram.Enqueue(RawUpdate.Pressed(900_000_001, kate.Id, pay.Message, pay.Data));

        await Until.True(async () => (await town.Telegram.Calls()).Any(
            call => call.Method == "answerCallbackQuery" && (string?)call.Parameters["text"] == "This order is already paid."));
        await order.IsPaidOnce(50);
    }

    [Fact]
    [Covers("shipping:E14", "shipping:E12", "faults:F20")]
    public async Task A_label_whose_making_was_not_answered_is_found_and_not_bought_again()
    {
        await using var town = await Town.Open();
        var kate = await town.NewCustomer();
        var order = await WithMoney(town, kate);
        await town.Carrier.Fails("lose", "/labels", "POST");

        await kate.Taps("Pay from balance");
        await order.Arrives();

        await order.IsPaidOnce(50);
        (await town.Carrier.Requests("POST", "/labels")).Count.ShouldBe(1);
    }

    [Fact]
    [Covers("shipping:E12", "faults:F20", "vpn:S-14")]
    public async Task Killed_while_the_carrier_hangs_the_host_buys_the_label_in_its_next_life()
    {
        await using var town = await Town.Open();
        var (kate, _) = await town.NewCustomerByHand();
        var order = await WithMoney(town, kate);
        await town.Carrier.Fails("slow", "/labels/external_shipment_id", seconds: 30);
        await kate.Taps("Pay from balance");
        await Until.True(async () => (await town.Carrier.Requests("GET", "/labels/external_shipment_id")).Count > 0);

        await town.Host.Restart();

        await order.Arrives();
        await order.IsPaidOnce(50);
    }

    [Fact]
    [Covers("shipping:E12", "faults:F20", "faults:F21", "vpn:S-14")]
    public async Task Killed_right_after_the_label_was_bought_the_host_finds_it_in_its_next_life()
    {
        await using var town = await Town.Open();
        var (kate, _) = await town.NewCustomerByHand();
        var order = await WithMoney(town, kate);
        await town.Carrier.Fails("lose", "/labels", "POST");
        await kate.Taps("Pay from balance");
        await Until.True(async () => (await town.Carrier.Labels()).Count > 0);

        await town.Host.Restart();

        await order.Arrives();
        await order.IsPaidOnce(50);
        (await town.Carrier.Requests("POST", "/labels")).Count.ShouldBe(1);
    }

    [Fact]
    [Covers("shipping:E15")]
    public async Task A_carrier_without_funds_charges_nobody()
    {
        await using var town = await Town.Open();
        var kate = await town.NewCustomer();
        await WithMoney(town, kate);
        await town.Carrier.Fails("funds", "/labels");

        await kate.Taps("Pay from balance");
        await kate.Sees("You were not charged");

        (await town.Carrier.Labels()).ShouldBeEmpty();
        await kate.Taps("Main menu", "is not paid yet");
        await kate.Taps("To the menu", "Hello");
        (await kate.Balance()).ShouldBe("50.00");
        await town.Store.BooksAreRight();
    }

    /// <summary>An order with its pay button in sight and enough money.</summary>
    private static async Task<Order> WithMoney(Town town, Customer kate)
    {
        var order = new Order(town, kate);
        await order.HasMoney();
        return order;
    }
}
