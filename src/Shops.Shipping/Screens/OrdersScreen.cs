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
    private const int LastPage = 1000;

    public override string Pattern => pattern;

    /// <summary>One page; <paramref name="Page"/> counts from 0. Times are UTC.</summary>
    public sealed record Model(int Page, IReadOnlyList<(DateTimeOffset Placed, LabelOrder Order)> Orders, bool HasOlder);

    protected override async Task<Model?> Read(Desk desk, RouteArgs at, CancellationToken ct)
    {
        var page = at.Values.GetValueOrDefault("page") is { } asked ? PageOf(asked) : 0;
        var rows = await desk.Orders.Latest(OfOnePage + 1, page * OfOnePage, ct);
        return new Model(
            page,
            [.. rows.Take(OfOnePage).Where(row => row.Process == LabelProcess.Name).Select(row => (row.CreatedAt, LabelProcess.Process.Read(row)))],
            HasOlder: rows.Count > OfOnePage);
    }

    public override View Show(Model model)
    {
        if (model.Orders.Count == 0)
            return new View(LabelTexts.NoOrders).Row(Button.To(LabelTexts.NewOrder, Routes.NewOrder)).Row(Button.To(DialogTexts.Home, Routes.Home));
        var view = new View(Text.Lines([LabelTexts.OrdersTitle, .. model.Orders.SelectMany(one => new[] { Text.Empty, Line(one.Placed, one.Order) })]));
        foreach (var (_, order) in model.Orders) view = view.Row(Button.To(LabelViews.Told(LabelTexts.OrderButton, order), Routes.Payment(order.OrderId)));
        List<Button> pages = [];
        if (model.Page > 0) pages.Add(Button.To(LabelTexts.Newer, Routes.OrdersFrom(model.Page - 1)));
        if (model.HasOlder) pages.Add(Button.To(LabelTexts.Older, Routes.OrdersFrom(model.Page + 1)));
        return view.Row(pages).Row(Button.To(DialogTexts.Home, Routes.Home));
    }

    private static Text Line(DateTimeOffset placed, LabelOrder order) => Text.Lines(
        LabelViews.Told(LabelTexts.OrderLine, order)
            .With("date", placed.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture))
            .With("state", LabelTexts.StateOf(order.State)),
        order.Label is null ? null : LabelViews.Told(LabelTexts.TrackingLine, order));

    private static int PageOf(string typed) =>
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Min(page, LastPage) : 0;
}
