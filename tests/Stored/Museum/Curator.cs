using Lavka.Commerce;
using Lavka.Durable;
using Lavka.Stored.Bot;
using Lavka.Stored.Shops.Shipping;
using Shouldly;
using Xunit;

namespace Lavka.Stored.Museum;

/// <summary>Drives every dialog of the shop and keeps the chat's row wherever a person may be when a new version is deployed.</summary>
internal sealed class Curator(string release)
{
    private readonly List<Exhibit> _exhibits = [];

    public async Task<IReadOnlyList<Exhibit>> Collect()
    {
        await Questions();
        await Review();
        await Rates();
        await TopUp();
        return _exhibits;
    }

    private async Task Questions()
    {
        await using var shop = await LabelShop.Open();
        var anna = await shop.Customer();
        await anna.Taps("Create order");
        for (var step = 1; step <= Ordering.Answers.Length; step++)
        {
            await Keep(shop, $"order-{step:00}");
            await anna.Gives(Ordering.Answers[step - 1]);
        }
    }

    private async Task Review()
    {
        await using var shop = await LabelShop.Open();
        var anna = await (await shop.Customer()).ToReview();
        await Keep(shop, "order-review");
        await anna.Taps("Edit the data");
        await Keep(shop, "order-review-parts");
        await anna.Taps("Recipient");
        await Keep(shop, "order-review-recipient");
        await anna.Taps("✏️ City");
        await Keep(shop, "order-editing-the-city");
        await anna.Taps("Keep");
        await anna.Taps("Edit the data");
        await anna.Taps("Sender");
        await anna.Taps("The whole section anew");
        await anna.Taps("Keep");
        await Keep(shop, "order-editing-the-sender");
        await anna.Writes("/start");
        await Keep(shop, "order-interrupted");
        await anna.Taps("Return to the order");
        await anna.Taps("Cancel");
        await Keep(shop, "order-leaving");
    }

    private async Task Rates()
    {
        await using var shop = await LabelShop.Open();
        var anna = await (await shop.Customer()).ToReview();
        await anna.Taps("All correct");
        await Keep(shop, "order-waiting-for-rates");
        await shop.Floor.WorkAndDeliver();
        await Keep(shop, "order-rates");
        shop.Carrier.HasNoCarriers = true;
        await anna.Taps("Refresh rates");
        await shop.Floor.WorkAndDeliver();
        await Keep(shop, "order-rates-refused");
    }

    private async Task TopUp()
    {
        await using var shop = await LabelShop.Open();
        var anna = await shop.Customer();
        await anna.Taps("My balance");
        await anna.Taps("Top up");
        await Keep(shop, "topup");
        await anna.Writes("/cancel");
        await Keep(shop, "topup-leaving");
        await anna.Taps("Yes, stop");
        await anna.Taps("Main menu");
        await anna.ToPayment(shop);
        await anna.Taps("Top up");
        await Keep(shop, "topup-for-an-order");
    }

    private async Task Keep(LabelShop shop, string name)
    {
        var row = await shop.Floor.Temp.Store.Read((tx, ct) => Chats.Load(tx, new ChatKey(BotFloor<Desk>.Id, "7"), ct), TestContext.Current.CancellationToken);
        _exhibits.Add(new Exhibit(release, name, row.ShouldNotBeNull().State));
    }
}
