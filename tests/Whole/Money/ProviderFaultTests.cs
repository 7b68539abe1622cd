using System.Net;
using Lavka.Commerce;
using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Whole;

/// <summary>
/// Carrier and payment provider break, are slower than we wait, or count a call and lose their answer; the host is killed between their answer and its commit.
/// Nobody is charged, credited or sold to twice, and one repetition is enough (faults:F20, F21).
/// </summary>
public sealed class ProviderFaultTests
{
    /// <summary>Longer than the host waits for an answer.</summary>
    private const double TooSlow = 30;

    [Theory]
    [InlineData("500")]
    [InlineData("slow")]
    [InlineData("lose")]
    [Covers("faults:F20", "shipping:D04")]
    public async Task An_invoice_that_failed_once_is_shown_once_and_credited_once(string fault)
    {
        await using var town = await Town.Open();
        var kate = await town.NewCustomer();
        await kate.Says("/balance", "Your balance");
        await kate.Taps("Top up", "How much would you like to top up");
        await town.OxaPay.Fails(fault, seconds: TooSlow);

        await kate.Says("25", "The invoice is ready");

        var invoices = await town.OxaPay.Invoices();
        invoices.Count.ShouldBeInRange(1, 2, "The first attempt may have counted; the second is the last.");
        invoices.ShouldAllBe(invoice => ((string)invoice["order_id"]!).Length > 0 && ((string)invoice["order_id"]!).Length <= 50);
        await IsCreditedOnce(town, kate);
    }

    [Fact]
    [Covers("faults:F20", "faults:F2")]
    public async Task Killed_between_the_provider_s_invoice_and_its_own_commit_the_host_shows_one_that_is_credited_once()
    {
        await using var town = await Town.Open();
        var (kate, _) = await town.NewCustomerByHand();
        await kate.Says("/balance", "Your balance");
        await kate.Taps("Top up", "How much would you like to top up");
        await town.OxaPay.Fails("lose");
        await kate.Says("25");
        await Until.True(async () => (await town.OxaPay.Invoices()).Count > 0);

        await town.Host.Restart();

        await kate.Sees("The invoice is ready");
        (await town.OxaPay.Invoices()).Count.ShouldBeLessThanOrEqualTo(3, "one whose answer was lost, one whose commit was killed, and the one that is shown");
        await IsCreditedOnce(town, kate);
    }

    [Theory]
    [InlineData("500")]
    [InlineData("slow")]
    [InlineData("lose")]
    [Covers("faults:F20")]
    public async Task A_payment_that_could_not_be_asked_about_is_credited_once_all_the_same(string fault)
    {
        await using var town = await Town.Open();
        var kate = await town.NewCustomer();
        await kate.Says("/balance", "Your balance");
        await kate.Taps("Top up", "How much would you like to top up");
        await kate.Says("25", "The invoice is ready");
        await town.OxaPay.Fails(fault, seconds: TooSlow);

        await IsCreditedOnce(town, kate);
    }

    [Theory]
    [InlineData("500")]
    [InlineData("429")]
    [InlineData("slow")]
    [InlineData("lose")]
    [Covers("faults:F20", "shipping:E14")]
    public async Task A_label_that_failed_once_is_bought_once_and_charged_once(string fault)
    {
        await using var town = await Town.Open();
        var kate = await town.NewCustomer();
        var order = new Order(town, kate);
        await order.HasMoney();
        await town.Carrier.Fails(fault, "/labels", "POST", seconds: TooSlow);

        await kate.Taps("Pay from balance");
        await order.Arrives();

        await order.IsPaidOnce(50);
        (await town.Carrier.Requests("GET", "/labels/external_shipment_id")).Count.ShouldBe(2, "Each attempt looks first whether the label is there.");
        (await town.Carrier.Requests("POST", "/labels")).Count.ShouldBe(fault == "lose" ? 1 : 2);
    }

    [Fact]
    [Covers("faults:F21", "shipping:E13", "shipping:E14")]
    public async Task Twelve_presses_on_pay_and_a_death_right_after_the_carrier_sold_the_label_are_one_label_and_one_charge()
    {
        await using var town = await Town.Open();
        var (kate, raw) = await town.NewCustomerByHand();
        var order = new Order(town, kate);
        await order.HasMoney();
        var pay = await kate.Finds("Pay from balance");
        var presses = Enumerable.Range(0, 12).Select(_ => RawUpdate.Pressed(raw.NextId(), kate.Id, pay.Message, pay.Data)).ToList();
        await town.Carrier.Fails("lose", "/labels", "POST");

        var delivered = Task.WhenAll(presses.Select(async press => await IsTaken(raw, press)));
        await Until.True(async () => (await town.Carrier.Labels()).Count > 0);
        await town.Host.Restart();
        await delivered;

        // Telegram delivers again whatever was not acknowledged, and perhaps what was.
        foreach (var press in presses) (await raw.Post(press)).ShouldBe(HttpStatusCode.OK);
        await order.Arrives();
        await order.IsPaidOnce(50);
        (await town.Carrier.Requests("POST", "/labels")).Count.ShouldBe(1);
        (await town.Carrier.Requests("GET", "/labels/external_shipment_id")).Count.ShouldBeGreaterThanOrEqualTo(2, "The second life looked by our own number.");
    }

    private static async Task<bool> IsTaken(RawDelivery raw, System.Text.Json.Nodes.JsonObject press)
    {
        try
        {
            return await raw.Post(press) is HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>Every invoice that she was shown is paid, and the money is hers once.</summary>
    private static async Task IsCreditedOnce(Town town, Customer kate)
    {
        var buttons = (await kate.Chat()).Messages.SelectMany(message => message.InlineKeyboard ?? []).SelectMany(row => row);
        var invoice = buttons.Select(key => key.Url).OfType<string>().Distinct().ShouldHaveSingleItem().Split('/')[^1];

        await town.OxaPay.Pay(invoice);

        await kate.Sees("New balance: $25.00");
        await town.Store.IsIdle();
        (await town.Store.Postings(PostingReason.TopUp)).ShouldBe(1);
        (await kate.Balance()).ShouldBe("25.00");
        await town.Store.BooksAreRight();
    }
}
