using Lavka.Commerce;
using Lavka.Talk;

namespace Lavka.Shops.Shipping;

/// <summary>The manifest of the shop of shipping labels: all that it says and does, in one place. Without a carrier it does not sell and says so.</summary>
public static class ShippingShop
{
    public const string Kind = "Shipping";

    /// <param name="settings">What the owner decided.</param>
    /// <param name="quotes">Asks the carrier for rates; null when it has no credentials.</param>
    public static Script<Desk> Script(ShippingSettings settings, Quotes? quotes) =>
        Script(settings, quotes is null ? null : (Func<Shipment, CancellationToken, Task<Found<Offers>>>)quotes.Of);

    internal static Script<Desk> Script(ShippingSettings settings, Func<Shipment, CancellationToken, Task<Found<Offers>>>? quote)
    {
        var pricing = new Pricing(settings.MarkUp);
        var script = new Script<Desk>(new Route(Routes.Home))
            .Command("start", ShopTexts.HomeCommand, new Route(Routes.Home))
            .Command("balance", ShopTexts.BalanceCommand, new Route(Routes.Balance))
            .Command("help", ShopTexts.Help, new Route(Routes.Help))
            .Command("faq", ShopTexts.Faq, new Route(Routes.Faq))
            .Screen(new HomeScreen(isSelling: quote is not null))
            .Screen(new BalanceScreen())
            .Screen(new PageScreen(Routes.Help, ShopTexts.HelpPage, settings.Support))
            .Screen(new PageScreen(Routes.Faq, ShopTexts.FaqPage, settings.Support))
            .Screen(new PaymentScreen())
            .Screen(new InfoScreen())
            .Screen(new CancelScreen())
            .Act(Routes.TopUp, (desk, _, _) => Task.FromResult<Next>(desk.Shop.PaymentProvider is null ? new Next.Stay(ShopTexts.NoTopUp) : new Next.Ask(TopUpDialog.DialogName)))
            .Act(Routes.TopUpPattern, OrderActs.TopUp)
            .Act(Routes.PayPattern, OrderActs.Pay)
            .Act(Routes.DropPattern, OrderActs.Drop)
            .Act(Routes.PdfPattern, OrderActs.Pdf)
            .Act(Routes.CheckPaymentPattern, OrderActs.CheckPayment)
            .Dialog(TopUpDialog.DialogName, desk => new TopUpDialog(desk.Shop.TopUpLimits, (order, ct) => OrderActs.Shortage(desk, order, ct)), OrderActs.Invoice, AfterTopUp);
        return quote is null ? script : script
            .Act(Routes.NewOrder, (_, _, _) => Task.FromResult<Next>(new Next.Ask(OrderDialog.DialogName)))
            .Act(Routes.RatesPattern, OrderActs.Rates)
            .Dialog(OrderDialog.DialogName, _ => new OrderDialog(quote, pricing, discountPercent: 0), OrderActs.Place);
    }

    public static IReadOnlyList<Job> Jobs(CarrierClient? carrier) =>
        carrier is null ? [new OrderExpiry()] : [new LabelPurchase(carrier), new LabelDownload(carrier), new OrderExpiry()];

    /// <summary>Whoever leaves the top-up of an order is back at its payment.</summary>
    private static Next AfterTopUp(DialogState state) =>
        new Next.Show(new Route(state.Answers.GetValueOrDefault(TopUpDialog.ForOrder) is { } order && OrderId.Read(order) is { } id ? Routes.Payment(id) : Routes.Balance));
}
