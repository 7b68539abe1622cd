using Lavka.Commerce;
using Lavka.Talk;

namespace Lavka.Shops.Shipping;

/// <summary>The manifest of the shop of shipping labels: all that it says and does, in one place. Without a carrier it does not sell and says so.</summary>
public static class ShippingShop
{
    public const string Kind = "Shipping";

    /// <summary>The owner's choice that nearly every screen of this shop depends on (<see cref="Shop.Switch"/>).</summary>
    public const string Switch = CarrierModes.Choice;

    /// <param name="settings">What the owner decided.</param>
    /// <param name="quotes">Asks the carrier for rates; null when it has no credentials.</param>
    public static Script<Desk> Script(ShippingSettings settings, Quotes? quotes) => Script(settings, quotes is null ? null : Selling.By(quotes));

    internal static Script<Desk> Script(ShippingSettings settings, Selling? selling)
    {
        var pricing = new Pricing(settings.MarkUp);
        var script = new Script<Desk>(new Route(Routes.Home))
            .Command("start", ShopTexts.HomeCommand, new Route(Routes.Home))
            .Command("balance", ShopTexts.BalanceCommand, new Route(Routes.Balance))
            .Command("orders", LabelTexts.MyOrders, new Route(Routes.Orders))
            .Command("help", ShopTexts.Help, new Route(Routes.Help))
            .Command("faq", ShopTexts.Faq, new Route(Routes.Faq))
            .Screen(new HomeScreen(Routes.Home, selling))
            .Screen(new HomeScreen(Routes.Menu, selling))
            .Screen(new OrdersScreen(Routes.Orders))
            .Screen(new OrdersScreen(Routes.OrdersPattern))
            .Screen(new BalanceScreen())
            .Screen(new PageScreen(Routes.Help, ShopTexts.HelpPage, settings.Support))
            .Screen(new PageScreen(Routes.Faq, ShopTexts.FaqPage, settings.Support))
            .Screen(new PaymentScreen())
            .Screen(new InfoScreen())
            .Screen(new CancelScreen())
            .Act(Routes.TopUp, (desk, _, _) => Task.FromResult<Next>(desk.Shop.PaymentProvider is null ? new Next.Stay(ShopTexts.NoTopUp) : new Next.Ask(TopUpDialog.DialogName)))
            .Act(Routes.TopUpPattern, OrderActs.AskTopUp)
            .Act(Routes.PayPattern, OrderActs.Pay)
            .Act(Routes.DropPattern, OrderActs.Drop)
            .Act(Routes.LeavePattern, OrderActs.Leave)
            .Act(Routes.PdfPattern, OrderActs.Pdf)
            .Act(Routes.CheckPaymentPattern, OrderActs.CheckPayment)
            .Act(Routes.NewInvoicePattern, OrderActs.NewInvoice)
            .Dialog(TopUpDialog.DialogName, desk => new TopUpDialog(desk.Shop.TopUpLimits, (order, ct) => OrderActs.Shortage(desk, order, ct)), OrderActs.Invoice, AfterTopUp);
        BansScreen.In(script);
        return selling is null ? script : Sell(script, selling, pricing);
    }

    public static IReadOnlyList<Job> Jobs(CarrierClients? carriers) => carriers is null
        ? [new OrderExpiry()]
        : [new LabelPurchase(carriers), new LabelDownload(carriers), new FundsCheck(carriers), new Verdict(carriers), new OrderExpiry()];

    private static Script<Desk> Sell(Script<Desk> script, Selling selling, Pricing pricing) =>
        script
            .Command("templates", TemplateTexts.Mine, new Route(Routes.Templates))
            .Act(Routes.NewOrder, TemplateActs.Begin)
            .Opens(Routes.NewBlank, OrderDialog.DialogName)
            .Act(Routes.RatesPattern, OrderActs.Rates)
            .Dialog(
                OrderDialog.DialogName,
                desk => new OrderDialog(selling.Quote, pricing, discountPercent: 0, ct => CarrierModes.Read(desk, selling.HasTest, ct)),
                OrderActs.Place)
            .HiddenCommand("unresolved", new Route(Routes.Unresolved))
            .HiddenCommand("mode", new Route(Routes.Mode))
            .Screen(new UnresolvedScreen())
            .Screen(new ModeScreen(selling))
            .Screen(new AskModeScreen())
            .Act(Routes.WasBoughtPattern, OwnerActs.WasBought)
            .Act(Routes.NotBoughtPattern, OwnerActs.WasNotBought)
            .Act(Routes.SetModePattern, (desk, at, ct) => OwnerActs.Switch(desk, at, selling.HasTest, ct))
            .Screen(new TemplatesScreen())
            .Screen(new NewFromScreen())
            .Screen(new TemplateScreen())
            .Screen(new DeleteTemplateScreen())
            .Act(Routes.UseTemplatePattern, TemplateActs.Use)
            .Act(Routes.EditTemplatePattern, TemplateActs.Edit)
            .Act(Routes.RenameTemplatePattern, TemplateActs.AskName)
            .Act(Routes.DeleteTemplatePattern, TemplateActs.Delete)
            .Act(Routes.SaveTemplatePattern, TemplateActs.OfOrder)
            .Dialog(SaveTemplateDialog.DialogName, desk => new SaveTemplateDialog(desk.Templates.All), TemplateActs.Save)
            .Dialog(RenameTemplateDialog.DialogName, desk => new RenameTemplateDialog(desk.Templates.All), TemplateActs.Rename, TemplateActs.AtTemplate)
            .Dialog(TemplateAddressDialog.DialogName, _ => new TemplateAddressDialog(), TemplateActs.Change, TemplateActs.AtTemplate);

    /// <summary>Whoever leaves the top-up of an order is back at its payment.</summary>
    private static Next AfterTopUp(DialogState state) =>
        new Next.Show(new Route(state.Answers.GetValueOrDefault(TopUpDialog.ForOrder) is { } order && OrderId.Read(order) is { } id ? Routes.Payment(id) : Routes.Balance));
}
