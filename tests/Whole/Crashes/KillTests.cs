using Lavka.Kit;
using Xunit;

namespace Lavka.Whole;

public sealed class KillTests
{
    [Theory]
    [InlineData("Webhook", KillMoment.AtOnce)]
    [InlineData("Polling", KillMoment.Taken)]
    [Covers("shipping:A03", "shipping:A04", "shipping:E12", "shipping:D06", "faults:F1", "faults:F2")]
    public async Task Killed_at_every_step_of_an_order_the_host_goes_on_where_it_was(string mode, KillMoment first)
    {
        await using var town = await Town.Open(new TownPlan { Mode = mode });
        var kate = mode == "Webhook" ? await ByHand(town) : await ByPolling(town);
        var (order, fate) = (new Order(town, kate), new Fate(town, kate, first));

        await fate.Befalls(() => kate.Says("/start"), "Hello");
        await fate.Befalls(() => kate.Taps("Create order"), Answers.Step(1));
        for (var step = 1; step <= 18; step++)
            await fate.Befalls(() => kate.Says(Answers.All[step - 1]), step < 18 ? Answers.Step(step + 1) : "CHECK YOUR ORDER");
        await fate.Befalls(() => kate.Taps("All correct"), "Choose a rate");
        await fate.Befalls(() => kate.Taps("USPS Ground"), "Pay for order");
        order.ReadPrice(await kate.Sees("Pay for order"));
        await fate.Befalls(() => kate.Taps("Top up"), "How much would you like to top up");
        await fate.Befalls(() => kate.Says("50"), "The invoice is ready");
        var invoice = await town.OxaPay.LatestInvoice();
        await fate.Befalls(() => town.OxaPay.Pay(invoice), "Your balance was topped up");
        await fate.Befalls(() => kate.Taps("Pay the order"), "To pay");
        await fate.Befalls(() => kate.Taps("Pay from balance"), "Thank you");

        await order.WasAskedStepByStepThroughKills();
        await order.IsOnTheLabel();
        await order.IsPaidOnce(50);
    }

    [Fact]
    [Covers("shipping:A03", "shipping:A17")]
    public async Task Killed_while_the_carrier_is_asked_for_rates_the_host_asks_again()
    {
        await using var town = await Town.Open();
        var kate = await ByHand(town);
        var order = new Order(town, kate);
        await order.Begins();
        await order.AnswersAll();
        await town.Carrier.Fails("slow", "/rates", seconds: 30);
        await kate.Taps("All correct");
        await Until.True(async () => (await town.Carrier.Requests("POST", "/rates")).Count > 0);

        await town.Host.Restart();

        await order.Chooses();
    }

    private static async Task<Customer> ByHand(Town town)
    {
        var (kate, raw) = await town.NewCustomerByHand();
        return new Customer(town.Telegram, kate.Id, new StubbornDelivery(raw));
    }

    private static async Task<Customer> ByPolling(Town town)
    {
        var person = await town.Telegram.NewPerson("Kate");
        return new Customer(town.Telegram, person, new QueuedDelivery(town.Telegram, person));
    }
}
