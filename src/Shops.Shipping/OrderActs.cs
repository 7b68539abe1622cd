using Lavka.Commerce;
using Lavka.Talk;

namespace Lavka.Shops.Shipping;

/// <summary>What buttons of this shop do, each inside the turn in which it is pressed. Pressing one twice does it once.</summary>
internal static class OrderActs
{
    /// <summary>A rate was chosen: the order exists from now on (spec decision 9), and an unpaid one before it makes room.</summary>
    public static async Task<Next> Place(Desk desk, ChosenRate chosen, CancellationToken ct)
    {
        foreach (var earlier in await UnpaidOrders.Of(desk, ct)) await LabelProcess.Process.Handle(desk, earlier.OrderId, new LabelEvent.Cancel(), ct);
        var order = new LabelOrder(OrderId.New().Value, LabelState.Unpaid, chosen);
        await LabelProcess.Process.Begin(desk, order.OrderId, order, ct);
        await desk.Later(OrderExpiry.Queue(order), ct);
        return Show(Routes.Payment(order.OrderId));
    }

    public static Task<Next> Pay(Desk desk, RouteArgs at, CancellationToken ct) => Handle(desk, at, new LabelEvent.Pay(), ct);

    public static Task<Next> Drop(Desk desk, RouteArgs at, CancellationToken ct) => Handle(desk, at, new LabelEvent.Cancel(), ct);

    /// <summary>The order is given up for the menu. One that is no longer waiting is left as it is.</summary>
    public static async Task<Next> Leave(Desk desk, RouteArgs at, CancellationToken ct)
    {
        if (OrderId.Read(at["id"]) is { } id) await LabelProcess.Process.Handle(desk, id, new LabelEvent.Cancel(), ct);
        return Show(Routes.Menu);
    }

    /// <summary>
    /// The same shipment once more: the form opens with its answers given, at the choice of a rate. What a carrier refused as too old is over before its time,
    /// so an expired order is always quoted anew (shipping:E09).
    /// </summary>
    public static async Task<Next> Rates(Desk desk, RouteArgs at, CancellationToken ct) => await Find(desk, at, ct) switch
    {
        { State: LabelState.Expired } over => new Next.Ask(OrderDialog.DialogName, OrderDialog.AnswersOf(over.Chosen, over.Chosen.Expires)),
        { State: LabelState.Unpaid or LabelState.Cancelled } order => new Next.Ask(OrderDialog.DialogName, OrderDialog.AnswersOf(order.Chosen, desk.Now)),
        _ => new Next.Stay(LabelTexts.NotActive),
    };

    public static async Task<Next> AskTopUp(Desk desk, RouteArgs at, CancellationToken ct) =>
        desk.Shop.PaymentProvider is null ? new Next.Stay(ShopTexts.NoTopUp)
        : await Find(desk, at, ct) is { State: LabelState.Unpaid } order
            ? new Next.Ask(TopUpDialog.DialogName, new Dictionary<string, string?> { [TopUpDialog.ForOrder] = order.Id })
            : new Next.Stay(LabelTexts.NotActive);

    public static async Task<Next> Invoice(Desk desk, TopUpWish wish, CancellationToken ct) =>
        await desk.Payments.TopUp(wish.Amount, wish.Order, wish.Order is { } order ? new Route(Routes.Payment(order)) : null, ct) is TopUp.Begun begun
            ? Preparing(begun)
            : new Next.Stay(ShopTexts.NoTopUp);

    /// <summary>Once more after an invoice that ran out or could not be made; an open one for the same is shown again.</summary>
    public static async Task<Next> NewInvoice(Desk desk, RouteArgs at, CancellationToken ct) => await desk.Payments.Again(new PaymentId(at["id"]), ct) switch
    {
        TopUp.Begun begun => Preparing(begun),
        TopUp.StillOpen { Payment: { State: not PaymentState.Created } open } => new Next.Tell(PaymentViews.Of(open, await desk.Balance(open.Currency, ct))),
        TopUp.StillOpen => new Next.Stay(ShopTexts.InvoiceOnItsWay),
        TopUp.NothingToRepeat => new Next.Stay(ShopTexts.NothingToRepeat),
        _ => new Next.Stay(ShopTexts.NoTopUp),
    };

    public static async Task<Next> CheckPayment(Desk desk, RouteArgs at, CancellationToken ct) =>
        new Next.Stay(await desk.Payments.Check(new PaymentId(at["id"]), ct) ? ShopTexts.Asking : ShopTexts.NothingToCheck);

    /// <summary>The label once more, as often as the customer likes; a file that could not be fetched then is fetched now (shipping:E16).</summary>
    public static async Task<Next> Pdf(Desk desk, RouteArgs at, CancellationToken ct) => await Find(desk, at, ct) switch
    {
        { File: not null } order => new Next.Tell(LabelViews.Pdf(order), LabelViews.Thanks(order)),
        { Label: not null } order => await Fetch(desk, order, ct),
        _ => new Next.Stay(LabelTexts.NotActive),
    };

    private static Next.Tell Preparing(TopUp.Begun begun) => new(new View(ShopTexts.PreparingInvoice.With("amount", begun.Amount.AsText())) { IsProgress = true });

    private static async Task<Next> Fetch(Desk desk, LabelOrder order, CancellationToken ct)
    {
        await desk.Later(LabelDownload.QueueAgain(order, desk.Now), ct);
        return new Next.Stay(LabelTexts.Fetching);
    }

    public static async Task<Money> Shortage(Desk desk, OrderId id, CancellationToken ct) =>
        await LabelProcess.Process.Read(desk, id, ct) is { } order ? order.Price - await desk.Balance(Currency.Usd, ct) : new Money(0, Currency.Usd);

    private static async Task<Next> Handle(Desk desk, RouteArgs at, LabelEvent happened, CancellationToken ct)
    {
        if (OrderId.Read(at["id"]) is not { } id) return new Next.Stay(LabelTexts.NotActive);
        return await LabelProcess.Process.Handle(desk, id, happened, ct) switch
        {
            ProcessOutcome<LabelOrder>.Moved { Views: { Count: > 0 } views } => new Next.Tell(views),
            ProcessOutcome<LabelOrder>.Moved => Show(Routes.Payment(id)),
            ProcessOutcome<LabelOrder>.Ignored { State.State: LabelState.Buying or LabelState.Unresolved } => new Next.Stay(LabelTexts.BeingBought),
            ProcessOutcome<LabelOrder>.Ignored { State.State: LabelState.Bought or LabelState.Delivered } => new Next.Stay(LabelTexts.AlreadyPaid),
            _ => new Next.Stay(LabelTexts.NotActive),
        };
    }

    private static async Task<LabelOrder?> Find(Desk desk, RouteArgs at, CancellationToken ct) =>
        OrderId.Read(at["id"]) is { } id ? await LabelProcess.Process.Read(desk, id, ct) : null;

    private static Next.Show Show(string route) => new(new Route(route));
}
