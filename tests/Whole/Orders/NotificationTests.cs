using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Whole;

/// <summary>
/// What the shop tells people by itself, seen in the messenger (spec 2.18, shipping:A31). Refunds, broadcasts, maintenance and blocks have no notice because
/// the shop has none of them.
/// </summary>
public sealed class NotificationTests
{
    [Fact]
    [Covers("shipping:A31", "shipping:E06", "shipping:E07", "shipping:E15", "shipping:E17")]
    public async Task Every_notice_of_a_sale_reaches_the_customer_and_the_owner()
    {
        await using var town = await Open();
        var (kate, owner) = (await town.NewCustomer(), town.John());
        await owner.Says("/start", "Hello");
        var order = new Order(town, kate);
        await order.Waits();

        await order.TopsUp("600");
        await kate.Sees("Credited: $600.00\nNew balance: $600.00");
        await owner.Sees($"Payment {await town.OxaPay.LatestInvoice()}: Paid. Invoice $600.00, credited $600.00");

        await kate.Taps("Pay the order", "To pay");
        await town.Carrier.Fails("funds", "/labels");
        await kate.Taps("Pay from balance");
        await kate.Sees("a temporary fault on our side. You were not charged");
        await owner.Sees("the carrier refused (NoFunds)");
        await kate.Taps("To the payment", "To pay");
        await town.Carrier.Fails("address", "/labels");
        await kate.Taps("Pay from balance");
        await kate.Sees("the carrier did not accept it. You were not charged");
        await owner.Sees("the carrier refused (Shipment)");

        await kate.Taps("Choose another rate", "Choose a rate");
        await order.Chooses();
        await kate.Taps("Pay from balance");
        await order.Arrives();
        var tracking = (string)(await town.Carrier.Labels()).ShouldHaveSingleItem()["tracking_number"]!;
        var messages = (await kate.Chat()).Messages;
        messages.ShouldContain(message => Customer.Says(message, $"USPS Ground Advantage\nTracking number: {tracking}"));
        messages.ShouldContain(message => message.Document != null && message.Document.Name == $"{tracking}.pdf");
        await owner.Sees($"USPS Ground Advantage\nTracking: {tracking}");
        await kate.Says("/orders", $"Tracking number: {tracking}");

        // The wallet of the carrier began with 500 dollars.
        foreach (var weight in new[] { "70", "65", "50" }) await Sends(town, kate, weight, "Priority Mail Express");
        await owner.Sees("Stamps.com has $");
        await Sends(town, kate, "2.5", "UPS Ground");
        await town.Store.IsIdle();
        (await owner.Chat()).Messages.Count(message => Customer.Says(message, "Please top up the account")).ShouldBe(1);
        (await town.Telegram.Refused()).ShouldBeEmpty();
    }

    [Fact]
    [Covers("shipping:A31", "shipping:D16")]
    public async Task Every_turn_of_a_top_up_is_told()
    {
        await using var town = await Open();
        var (kate, owner) = (await town.NewCustomer(), town.John());
        await owner.Says("/start", "Hello");

        await town.OxaPay.Pay(await Asks(town, kate), "under");
        await kate.Sees("Less arrived than the invoice of $25.00 asks for");
        await owner.Sees("Underpaid");

        await town.OxaPay.Pay(await Asks(town, kate), "expire");
        await kate.Sees("The invoice of $25.00 has expired");

        await town.OxaPay.Pay(await Asks(town, kate), "more");
        await kate.Sees("The invoice was: $25.00\nCredited: $27.50\nNew balance: $27.50");
        await owner.Sees("Invoice $25.00, credited $27.50");
    }

    [Fact]
    [Covers("shipping:A31", "shipping:E08")]
    public async Task A_switched_mode_is_told_to_the_owner_with_its_masked_key_and_shown_to_customers()
    {
        await using var town = await Open();
        var (kate, owner) = (await town.NewCustomer(), town.John());
        await owner.Says("/mode", "Carrier mode: 🟢 production\nKey: ••••77aa");

        await owner.Taps("Switch to", "Switch to the key for tests?");
        await owner.Taps("Yes, switch", "Carrier mode: 🧪 test\nKey: ••••99cc");

        await kate.Says("/start", "🧪 Test mode");
        await kate.Says("/mode", "There is nothing here any more");
    }

    private static Task<Town> Open() => Town.Open(new TownPlan
    {
        Settings = new Dictionary<string, string> { ["Shops__labels__Owner"] = "1002", ["Shops__labels__Carrier__TestApiKey"] = "TEST_other-key-99cc" },
    });

    private static async Task Sends(Town town, Customer kate, string weight, string service)
    {
        var order = new Order(town, kate);
        await order.Begins();
        await order.AnswersAll(weight);
        await order.Confirms();
        await order.Chooses(service);
        var sold = (await town.Carrier.Labels()).Count;
        await kate.Taps("Pay from balance");
        await Until.True(async () => (await town.Carrier.Labels()).Count > sold);
        await town.Store.IsIdle();
        await order.Arrives();
    }

    private static async Task<string> Asks(Town town, Customer kate)
    {
        var before = (await town.OxaPay.Invoices()).Count;
        await kate.Says("/balance", "Your balance");
        await kate.Taps("Top up", "How much would you like to top up");
        await kate.Says("25");
        await Until.True(async () => (await town.OxaPay.Invoices()).Count > before);
        await kate.Sees("The invoice is ready");
        return await town.OxaPay.LatestInvoice();
    }
}
