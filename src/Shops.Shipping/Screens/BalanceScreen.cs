using Lavka.Commerce;
using Lavka.Talk;

namespace Lavka.Shops.Shipping;

/// <summary>The balance, the invoices that are still open, and the way to top up.</summary>
public sealed class BalanceScreen : Screen<Desk, BalanceScreen.Model>
{
    public override string Pattern => Routes.Balance;

    /// <summary>What the screen shows.</summary>
    public sealed record Model(Money Balance, IReadOnlyList<Payment> Open, bool CanTopUp);

    protected override async Task<Model?> Read(Desk desk, RouteArgs at, CancellationToken ct) =>
        new(await desk.Balance(Currency.Usd, ct), await desk.Payments.Open(ct), desk.Shop.PaymentProvider is not null);

    public override View Show(Model model)
    {
        var view = new View(Text.Lines(ShopTexts.Balance.With("balance", model.Balance.AsText()), model.CanTopUp ? null : ShopTexts.NoTopUp));
        foreach (var payment in model.Open.Where(payment => payment.PayUrl is not null))
            view = view.Row(Button.Link(ShopTexts.OpenInvoice.With("amount", payment.Requested.AsText()), payment.PayUrl!));
        if (model.CanTopUp) view = view.Row(Button.To(ShopTexts.TopUp, Routes.TopUp));
        return view.Row(Button.To(DialogTexts.Home, Routes.Home));
    }
}
