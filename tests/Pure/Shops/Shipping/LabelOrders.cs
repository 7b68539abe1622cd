using Lavka.Shops.Shipping;

namespace Lavka.Pure.Shops.Shipping;

/// <summary>An order of a label for 18.41 in any state that it can be in.</summary>
internal static class LabelOrders
{
    public const string Id = "k7m2q9w3x4";

    public static readonly Label Label = new("se-77", "9400111899223100001234", 8_41, "https://labels.example/se-77.pdf");

    public static LabelOrder In(LabelState state)
    {
        var chosen = new ChosenRate(Samples.Shipment, Orders.Rate("r-1", Carrier.Usps, "Ground Advantage", 8_41), new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.Zero), 18_41,
            new Dictionary<string, string?>());
        var order = new LabelOrder(Id, state, chosen);
        return state switch
        {
            LabelState.Buying or LabelState.Unresolved => order with { Attempt = 1 },
            LabelState.Bought => order with { Attempt = 1, Label = Label },
            LabelState.Delivered => order with { Attempt = 1, Label = Label, File = "f1" },
            _ => order,
        };
    }
}
