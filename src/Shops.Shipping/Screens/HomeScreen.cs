using Lavka.Commerce;
using Lavka.Talk;

namespace Lavka.Shops.Shipping;

/// <summary>The main menu: what can be done now, the live balance, and an order that waits for its payment (spec 2.1).</summary>
public sealed class HomeScreen(bool isSelling) : Screen<Desk, HomeScreen.Model>
{
    public override string Pattern => Routes.Home;

    /// <summary>What the menu shows.</summary>
    public sealed record Model(string Name, Money Balance, LabelOrder? Unpaid);

    protected override async Task<Model?> Read(Desk desk, RouteArgs at, CancellationToken ct) =>
        new(desk.Name, await desk.Balance(Currency.Usd, ct), (await UnpaidOrders.Of(desk, ct)).FirstOrDefault());

    public override View Show(Model model)
    {
        var hello = model.Name.Length == 0 ? ShopTexts.HelloNobody : ShopTexts.Hello.With("name", model.Name);
        var view = new View(isSelling ? hello : Text.Lines(hello, new Text(ru: "", en: ""), ShopTexts.NotSelling));
        if (model.Unpaid is { } order) view = view.Row(Button.To(LabelViews.Told(LabelTexts.PayOrder, order), Routes.Payment(order.OrderId)));
        if (isSelling) view = view.Row(Button.To(LabelTexts.NewOrder, Routes.NewOrder));
        return view
            .Row(Button.To(ShopTexts.MyBalance.With("balance", model.Balance.AsText()), Routes.Balance))
            .Row(Button.To(ShopTexts.Help, Routes.Help), Button.To(ShopTexts.Faq, Routes.Faq));
    }
}
