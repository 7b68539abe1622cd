using System.Globalization;
using Lavka.Commerce;
using Lavka.Talk;

namespace Lavka.Shops.Shipping;

/// <summary>
/// The customer's own orders, the latest first: what was sent how, by whom, for how much, where it is now, and its tracking number (shipping:E06, E07).
/// Each opens its page, where the label can be had again.
/// </summary>
public sealed class OrdersScreen(string pattern) : Screen<Desk, OrdersScreen.Model>
{
    private const int OfOnePage = 5;

    public override string Pattern => pattern;

    /// <summary>One page. Times are UTC.</summary>
    public sealed record Model(IReadOnlyList<(DateTimeOffset Placed, LabelOrder Order)> Orders, bool HasNewer, bool HasOlder);

    /// <summary>A page is found by the order at its edge, so that it neither moves nor gets slower while orders are added (vpn:S-34). Without that order, and where the newer ones fit on it, it is the first page.</summary>
    protected override async Task<Model?> Read(Desk desk, RouteArgs at, CancellationToken ct)
    {
        if (Edge(at, Routes.Older) is { } last && await desk.Orders.Older(last, OfOnePage + 1, ct) is { Count: > 0 } older)
            return Page(older.Take(OfOnePage), hasNewer: true, hasOlder: older.Count > OfOnePage);
        if (Edge(at, Routes.Newer) is { } first && await desk.Orders.Newer(first, OfOnePage + 1, ct) is { Count: > OfOnePage } newer)
            return Page(newer.TakeLast(OfOnePage), hasNewer: true, hasOlder: true);
        var latest = await desk.Orders.Latest(OfOnePage + 1, ct);
        return Page(latest.Take(OfOnePage), hasNewer: false, hasOlder: latest.Count > OfOnePage);
    }

    public override View Show(Model model)
    {
        if (model.Orders.Count == 0)
            return new View(LabelTexts.NoOrders).Row(Button.To(LabelTexts.NewOrder, Routes.NewOrder)).Row(Button.To(DialogTexts.Home, Routes.Home));
        var view = new View(Text.Lines([LabelTexts.OrdersTitle, .. model.Orders.SelectMany(one => new[] { Text.Empty, Line(one.Placed, one.Order) })]));
        foreach (var (_, order) in model.Orders) view = view.Row(Button.To(LabelViews.Told(LabelTexts.OrderButton, order), Routes.Payment(order.OrderId)));
        List<Button> pages = [];
        if (model.HasNewer) pages.Add(Button.To(LabelTexts.Newer, Routes.NewerThan(model.Orders[0].Order.OrderId)));
        if (model.HasOlder) pages.Add(Button.To(LabelTexts.Older, Routes.OlderThan(model.Orders[^1].Order.OrderId)));
        return view.Row(pages).Row(Button.To(DialogTexts.Home, Routes.Home));
    }

    private static Text Line(DateTimeOffset placed, LabelOrder order) => Text.Lines(
        LabelViews.Told(LabelTexts.OrderLine, order)
            .With("date", placed.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture))
            .With("state", LabelTexts.StateOf(order.State)),
        order.Label is null ? null : LabelViews.Told(LabelTexts.TrackingLine, order));

    private static OrderId? Edge(RouteArgs at, string side) =>
        at.Values.GetValueOrDefault("place") is { } place && place.StartsWith(side, StringComparison.Ordinal) ? OrderId.Read(place[side.Length..]) : null;

    private static Model Page(IEnumerable<Order> rows, bool hasNewer, bool hasOlder) =>
        new([.. rows.Where(row => row.Process == LabelProcess.Name).Select(row => (row.CreatedAt, LabelProcess.Process.Read(row)))], hasNewer, hasOlder);
}
