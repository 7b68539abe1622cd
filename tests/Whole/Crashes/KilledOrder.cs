namespace Lavka.Whole;

/// <summary>A whole order during which a host is killed at everything that the customer does, or at every so manyth thing, from the first word to the payment.</summary>
internal static class KilledOrder
{
    public static async Task ComesThrough(Town town, Customer kate, KillMoment first, int every = 1)
    {
        var (order, fate) = (new Order(town, kate), new Fate(town, kate, first, every));
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
}
