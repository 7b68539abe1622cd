using System.Text.Json;
using Lavka.Commerce;
using Lavka.Talk;

namespace Lavka.Shops.Shipping;

/// <summary>What the explorer is shown of this shop: every screen, act and message with sample data, and a carrier that answers at once.</summary>
public static class ShippingTour
{
    private static readonly DateTimeOffset Placed = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly LabelOrder Unpaid = new("k7m2q9wxab", LabelState.Unpaid, Chosen());
    private static readonly LabelOrder Bought = Unpaid with
        { State = LabelState.Bought, Attempt = 1, Label = new Label("se-1", "9400111899223100012345", 841,
        "https://api.shipengine.com/v1/downloads/10/label.pdf") };
    private static readonly LabelOrder Delivered = Bought with { State = LabelState.Delivered, File = "f1" };

    public static Tour Tour
    {
        get
        {
            var settings = new ShippingSettings { Support = "https://t.me/example" };
            var tour = Tour.Of(ShippingShop.Kind, ShippingShop.Script(settings, Sells))
                .Dialog("", () => new OrderDialog(Quote, new Pricing(settings.MarkUp), discountPercent: 0))
                .Refusing("rates", OrderTexts.NoCarriers, OrderTexts.NoRates, OrderTexts.RatesRefused.With("why",
                    "Postal code 94102 does not match the state CA."))
                .Ending("a rate was chosen", Show(Routes.Payment(Unpaid.OrderId)))
                .Dialog("from a template", () => new OrderDialog(Quote, new Pricing(settings.MarkUp), discountPercent: 0), OrderDialog.AnswersOf(Pair))
                .Dialog("from the balance", () => new TopUpDialog(AmountLimits.TopUp, NoShortage))
                .Ending("an amount was given", new Next.Tell(new View(ShopTexts.PreparingInvoice.With("amount", Usd(25_50).AsText())) { IsProgress = true }))
                .Dialog("for an order", () => new TopUpDialog(AmountLimits.TopUp, (_, _) => Task.FromResult(Usd(8_41))),
                    new Dictionary<string, string?> { [TopUpDialog.ForOrder] = Unpaid.Id });
            OfTemplates(tour);
            Screens(tour, settings);
            Acts(tour);
            BansScreen.In(tour, Routes.Home);
            Notices(tour);
            return tour;
        }
    }

    private static AddressPair Pair => new(Unpaid.Chosen.Shipment.From, Unpaid.Chosen.Shipment.To);

    private static IReadOnlyList<Template> Kept(int count) =>
        [.. Enumerable.Range(0, count).Select(at => new Template(new TemplateId($"t00000000{at}"), at == 0 ? "Mary, New York" : $"Office {at}", JsonSerializer.Serialize(Pair, ShippingJson.Default.AddressPair)))];

    private static Selling Sells => new((shipment, _, ct) => Quote(shipment, ct), HasTest: true, _ => "…a1b2");

    private static void OfTemplates(Tour tour)
    {
        var kept = Kept(1)[0];
        tour
            .Dialog("the first one", () => new SaveTemplateDialog(_ => Task.FromResult(Kept(0))), SaveTemplateDialog.Of(Pair))
            .Ending("saved", new Next.Tell(TemplateActs.Saved(kept.Name, isSaved: true)))
            .Ending("changed meanwhile", new Next.Tell(TemplateActs.Saved(kept.Name, isSaved: false)))
            .Dialog("the name is in use", () => new SaveTemplateDialog(_ => Task.FromResult(Kept(1))), SaveTemplateDialog.Of(Pair))
            .Dialog("no more fit", () => new SaveTemplateDialog(_ => Task.FromResult(Kept(Templates.Most))), SaveTemplateDialog.Of(Pair))
            .Dialog("", () => new RenameTemplateDialog(_ => Task.FromResult(Kept(2))), RenameTemplateDialog.Of(Kept(2)[1].Id))
            .Ending("renamed", Show(Routes.Template(kept.Id)))
            .Dialog("the sender", () => new TemplateAddressDialog(), TemplateAddressDialog.Of(kept.Id, Party.Sender, Pair.From))
            .Ending("saved", Show(Routes.Template(kept.Id)))
            .Dialog("the recipient", () => new TemplateAddressDialog(), TemplateAddressDialog.Of(kept.Id, Party.Recipient, Pair.To))
            .Screen("none yet", new TemplatesScreen(), new TemplatesScreen.Model([]))
            .Screen("some", new TemplatesScreen(), new TemplatesScreen.Model(Kept(3)))
            .Screen("", new NewFromScreen(), new TemplatesScreen.Model(Kept(3)))
            .Screen("", new TemplateScreen(), kept)
            .Screen("", new DeleteTemplateScreen(), kept)
            .Act(Routes.UseTemplatePattern, "", new Next.Ask(OrderDialog.DialogName))
            .Act(Routes.UseTemplatePattern, "it is gone", new Next.Stay(TemplateTexts.Gone))
            .Act(Routes.EditTemplatePattern, "", new Next.Ask(TemplateAddressDialog.DialogName))
            .Act(Routes.RenameTemplatePattern, "", new Next.Ask(RenameTemplateDialog.DialogName))
            .Act(Routes.DeleteTemplatePattern, "", Show(Routes.Templates))
            .Act(Routes.SaveTemplatePattern, "", new Next.Ask(SaveTemplateDialog.DialogName));
    }

    private static void Screens(Tour tour, ShippingSettings settings)
    {
        var (poor, rich) = (new OrderScreen.Model(Unpaid, Usd(10_00)), new OrderScreen.Model(Unpaid, Usd(50_00)));
        tour
            .Screen("at the first visit", new HomeScreen(Routes.Home, Sells), new HomeScreen.Model("Anna", Usd(0), null))
            .Screen("while an order waits for its payment", new HomeScreen(Routes.Home, Sells), new HomeScreen.Model("Anna", Usd(50_00), Unpaid))
            .Screen("with an order that goes on waiting", new HomeScreen(Routes.Menu, Sells), new HomeScreen.Model("Anna", Usd(50_00), Unpaid))
            .Screen("in test mode", new HomeScreen(Routes.Home, Sells), new HomeScreen.Model("Anna", Usd(0), null, CarrierMode.Test))
            .Screen("without a carrier", new HomeScreen(Routes.Home, null), new HomeScreen.Model("", Usd(0), null))
            .Screen("none yet", new OrdersScreen(Routes.Orders), new OrdersScreen.Model([], HasNewer: false, HasOlder: false))
            .Screen("some", new OrdersScreen(Routes.Orders), new OrdersScreen.Model([(Placed, Unpaid), (Placed, Delivered)], HasNewer: false, HasOlder: true))
            .Screen("the page after", new OrdersScreen(Routes.OrdersPattern), new OrdersScreen.Model([(Placed, Bought)], HasNewer: true, HasOlder: false))
            .Screen("nothing to resolve", new UnresolvedScreen(), new UnresolvedScreen.Model([]))
            .Screen("a purchase without an answer", new UnresolvedScreen(), new UnresolvedScreen.Model([Unpaid with { State = LabelState.Unresolved }]))
            .Screen("the real key", new ModeScreen(Sells), new ModeScreen.Model(CarrierMode.Production, "…a1b2", HasTest: true))
            .Screen("the key for tests", new ModeScreen(Sells), new ModeScreen.Model(CarrierMode.Test, "…c3d4", HasTest: true))
            .Screen("without a key for tests", new ModeScreen(Sells), new ModeScreen.Model(CarrierMode.Production, "…a1b2", HasTest: false))
            .Screen("to tests", new AskModeScreen(), new AskModeScreen.Model(CarrierMode.Test))
            .Screen("back to work", new AskModeScreen(), new AskModeScreen.Model(CarrierMode.Production))
            .Screen("", new BalanceScreen(), new BalanceScreen.Model(Usd(50_00), [], CanTopUp: true))
            .Screen("with an open invoice", new BalanceScreen(), new BalanceScreen.Model(Usd(0), [SamplePayments.In(PaymentState.Pending, Usd(25_50))],
                CanTopUp: true))
            .Screen("without a payment provider", new BalanceScreen(), new BalanceScreen.Model(Usd(0), [], CanTopUp: false))
            .Screen("", new PageScreen(Routes.Help, ShopTexts.HelpPage, settings.Support), ShopTexts.HelpPage)
            .Screen("", new PageScreen(Routes.Faq, ShopTexts.FaqPage, settings.Support), ShopTexts.FaqPage)
            .Screen("the balance is enough", new PaymentScreen(), rich)
            .Screen("the balance is too small", new PaymentScreen(), poor)
            .Screen("while the label is bought", new PaymentScreen(), rich with { Order = Unpaid with { State = LabelState.Buying } })
            .Screen("paid, the PDF is on its way", new PaymentScreen(), rich with { Order = Bought })
            .Screen("paid and delivered", new PaymentScreen(), rich with { Order = Delivered })
            .Screen("the rate ran out", new PaymentScreen(), rich with { Order = Unpaid with { State = LabelState.Expired } })
            .Screen("cancelled", new PaymentScreen(), rich with { Order = Unpaid with { State = LabelState.Cancelled } })
            .Screen("unpaid", new InfoScreen(), rich)
            .Screen("paid", new InfoScreen(), rich with { Order = Delivered })
            .Screen("", new CancelScreen(), rich);
    }

    private static void Acts(Tour tour) => tour
        .Act(Routes.NewOrder, "", new Next.Ask(OrderDialog.DialogName))
        .Act(Routes.NewOrder, "with templates", Show(Routes.NewFrom))
        .Act(Routes.NewBlank, "", new Next.Ask(OrderDialog.DialogName))
        .Act(Routes.TopUp, "", new Next.Ask(TopUpDialog.DialogName))
        .Act(Routes.TopUp, "without a payment provider", new Next.Stay(ShopTexts.NoTopUp))
        .Act(Routes.TopUpPattern, "", new Next.Ask(TopUpDialog.DialogName))
        .Act(Routes.RatesPattern, "", new Next.Ask(OrderDialog.DialogName))
        .Act(Routes.RatesPattern, "the order is closed", new Next.Stay(LabelTexts.NotActive))
        .Act(Routes.PayPattern, "", new Next.Tell(LabelViews.Buying(Unpaid)))
        .Act(Routes.PayPattern, "pressed twice", new Next.Stay(LabelTexts.BeingBought))
        .Act(Routes.PayPattern, "paid before", new Next.Stay(LabelTexts.AlreadyPaid))
        .Act(Routes.DropPattern, "", Show(Routes.Payment(Unpaid.OrderId)))
        .Act(Routes.LeavePattern, "", Show(Routes.Home))
        .Act(Routes.WasBoughtPattern, "", new Next.Stay(OwnerTexts.Looking))
        .Act(Routes.WasBoughtPattern, "by somebody else", new Next.Stay(OwnerTexts.NotYours))
        .Act(Routes.NotBoughtPattern, "", new Next.Stay(OwnerTexts.Looking))
        .Act(Routes.NotBoughtPattern, "resolved before", new Next.Stay(OwnerTexts.Resolved))
        .Act(Routes.SetModePattern, "", Show(Routes.Mode))
        .Act(Routes.PdfPattern, "", new Next.Tell(LabelViews.Pdf(Delivered), LabelViews.Thanks(Delivered)))
        .Act(Routes.PdfPattern, "the file could not be fetched", new Next.Tell(LabelViews.PdfByLink(Bought)))
        .Act(Routes.CheckPaymentPattern, "", new Next.Stay(ShopTexts.Asking))
        .Act(Routes.CheckPaymentPattern, "nothing is open", new Next.Stay(ShopTexts.NothingToCheck))
        .Act(Routes.NewInvoicePattern, "", new Next.Tell(new View(ShopTexts.PreparingInvoice.With("amount", Usd(25_50).AsText())) { IsProgress = true }))
        .Act(Routes.NewInvoicePattern, "pressed twice", new Next.Stay(ShopTexts.InvoiceOnItsWay))
        .Act(Routes.NewInvoicePattern, "one is open", new Next.Tell(PaymentViews.Of(SamplePayments.In(PaymentState.Pending, Usd(25_50)), Usd(50_00))))
        .Act(Routes.NewInvoicePattern, "it was paid in the end", new Next.Stay(ShopTexts.NothingToRepeat));

    private static void Notices(Tour tour)
    {
        tour
            .Notice("the label is bought", LabelViews.Paid(Bought))
            .Notice("the PDF is here", LabelViews.Pdf(Delivered), LabelViews.Thanks(Delivered))
            .Notice("the PDF could not be fetched", LabelViews.PdfByLink(Bought))
            .Notice("the balance was too small in the end", LabelViews.TooLittle(Unpaid))
            .Notice("the carrier refused the shipment", Refused(LabelFault.Shipment))
            .Notice("the rate ran out during the payment", Refused(LabelFault.RateExpired))
            .Notice("the shop's account is empty", Refused(LabelFault.NoFunds))
            .Notice("nobody knows whether it was bought", LabelViews.Unknown(Unpaid))
            .Notice("the rate ran out", LabelViews.Expired(Unpaid))
            .Notice("to the owner: sold", new View(LabelViews.BoughtForOwner(Bought)))
            .Notice("to the owner: refused", new View(LabelViews.RefusedForOwner(Unpaid, new LabelEvent.LabelRefused(LabelFault.NoFunds,
                "Insufficient balance"))))
            .Notice("to the owner: unknown", new View(LabelViews.UnknownForOwner(Unpaid)))
            .Notice("to the owner: no carrier", new View(OrderTexts.NoCarriersForOwner));
        foreach (var state in Enum.GetValues<PaymentState>().Where(state => state is not PaymentState.Created and not PaymentState.Paid))
            tour.Notice($"payment: {state}", PaymentViews.Of(SamplePayments.In(state, Usd(25_50)), Usd(50_00)));
        tour
            .Notice("payment: Paid", PaymentViews.Of(SamplePayments.In(PaymentState.Paid, Usd(25_50), Usd(25_50)), Usd(50_00)))
            .Notice("payment: returned after it was credited", PaymentViews.Of(SamplePayments.In(PaymentState.Refunded, Usd(25_50), Usd(25_50)), Usd(0)))
            .Notice("payment: Paid, more than the invoice, for an order",
                PaymentViews.Of(SamplePayments.In(PaymentState.Paid, Usd(25_50), Usd(26_00), new Route(Routes.Payment(Unpaid.OrderId))), Usd(50_00)));
    }

    private static View Refused(LabelFault fault) => LabelViews.Refused(Unpaid, new LabelEvent.LabelRefused(fault,
        "Postal code 94102 does not match the state CA."));

    private static Next.Show Show(string route) => new(new Route(route));

    private static Money Usd(long cents) => new(cents, Currency.Usd);

    private static Task<Money> NoShortage(OrderId order, CancellationToken ct) => Task.FromResult(Usd(0));

    private static Task<Found<Offers>> Quote(Shipment shipment, CancellationToken ct) => Task.FromResult<Found<Offers>>(new Found<Offers>.Value(Offers()));

    private static Offers Offers() => new(
        [
            Rate("r-1", Carrier.Usps, "Ground Advantage", 8_41, 5),
            Rate("r-2", Carrier.Usps, "Priority Mail", 14_20, 3),
            Rate("r-3", Carrier.FedEx, "Standard Overnight", 61_35, 1),
            Rate("r-4", Carrier.Ups, "Ground", 9_99, 4),
            Rate("r-5", Carrier.Ups, "Next Day Air Saver", 58_02, null),
        ],
        DateTimeOffset.UnixEpoch);

    private static Rate Rate(string id, Carrier carrier, string service, long cents, int? days) => new(
        id, "se-1", carrier.ToString(), carrier, service, service, cents, days, days is { } count ? new DateOnly(2026, 3, 2).AddDays(count) : null);

    private static ChosenRate Chosen() => new(
        new Shipment(
            new Address("John Smith", "215 Clayton St.", "Apt 4B", "San Francisco", "CA", "94102", "+14155550101"),
            new Address("Mary Jones", "350 Fifth Ave", null, "New York", "NY", "10118", null),
            new Parcel(5.5m, 12, 8.25m, 4)),
        Offers().Rates[0],
        DateTimeOffset.UnixEpoch,
        18_41,
        new Dictionary<string, string?>());
}
