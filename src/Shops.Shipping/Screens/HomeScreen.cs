using Lavka.Commerce;
using Lavka.Talk;

namespace Lavka.Shops.Shipping;

/// <summary>
/// The main menu: what can be done now, the live balance, and an order that waits for its payment (spec 2.1). Whoever leaves such an order for the
/// menu is asked first what is to become of it (shipping:B07); behind <see cref="Routes.Menu"/> nobody is asked.
/// </summary>
/// <param name="route">Where it stands.</param>
/// <param name="selling">Null when the shop does not sell.</param>
public sealed class HomeScreen(string route, Selling? selling) : Screen<Desk, HomeScreen.Model>
{
    public override string Pattern => route;

    /// <summary>What the menu shows.</summary>
    public sealed record Model(string Name, Money Balance, LabelOrder? Unpaid, CarrierMode Mode = CarrierMode.Production);

    protected override async Task<Model?> Read(Desk desk, RouteArgs at, CancellationToken ct) => new(
        desk.Name, await desk.Balance(Currency.Usd, ct), (await UnpaidOrders.Of(desk, ct)).FirstOrDefault(),
        await CarrierModes.Read(desk, selling?.HasTest is true, ct));

    public override View Show(Model model) => route == Routes.Home && model.Unpaid is { } order ? Asking(order) : Menu(model);

    private static View Asking(LabelOrder order) => new View(LabelViews.Told(LabelTexts.StillUnpaid, order))
        .Row(Button.To(LabelTexts.BackToPayment, Routes.Payment(order.OrderId)))
        .Row(Button.To(LabelTexts.MenuAndWait, Routes.Menu))
        .Row(Button.To(LabelTexts.MenuAndCancel, Routes.Leave(order.OrderId)));

    private View Menu(Model model)
    {
        var hello = model.Name.Length == 0 ? ShopTexts.HelloNobody : ShopTexts.Hello.With("name", model.Name);
        var trouble = selling is null ? ShopTexts.NotSelling : model.Mode is CarrierMode.Test ? OrderTexts.TestMode : null;
        var view = new View(trouble is null ? hello : Text.Lines(hello, Text.Empty, trouble));
        if (model.Unpaid is { } order) view = view.Row(Button.To(LabelViews.Told(LabelTexts.PayOrder, order), Routes.Payment(order.OrderId)));
        if (selling is not null) view = view.Row(Button.To(LabelTexts.NewOrder, Routes.NewOrder));
        view = view.Row(Button.To(LabelTexts.MyOrders, Routes.Orders));
        if (selling is not null) view = view.Row(Button.To(TemplateTexts.Mine, Routes.Templates));
        return view
            .Row(Button.To(ShopTexts.MyBalance.With("balance", model.Balance.AsText()), Routes.Balance))
            .Row(Button.To(ShopTexts.Help, Routes.Help), Button.To(ShopTexts.Faq, Routes.Faq));
    }
}
