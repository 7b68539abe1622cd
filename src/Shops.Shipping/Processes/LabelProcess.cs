using Lavka.Commerce;
using Lavka.Talk;
using Decision = Lavka.Commerce.Decision<Lavka.Shops.Shipping.LabelOrder, Lavka.Shops.Shipping.LabelEvent>;
using Effect = Lavka.Commerce.Effect<Lavka.Shops.Shipping.LabelEvent>;

namespace Lavka.Shops.Shipping;

/// <summary>
/// How a label is bought without losing a cent (spec decision 10, shipping:E12): the money is set aside first, then the carrier is asked under the order's own id,
/// then the money is captured or given back. Pure: a crash anywhere repeats a step whose effects carry the order's keys.
/// </summary>
public static class LabelProcess
{
    /// <summary>Stored with every order; never renamed.</summary>
    public const string Name = "shipping.label";

    public static Process<LabelOrder, LabelEvent> Process { get; } =
        new(Name, ShippingJson.Default.LabelOrder, order => order.State.ToString(), Decide);

    /// <summary>An event from outside, and what the customer is told about it; nothing when the order had moved on.</summary>
    public static async Task<IReadOnlyList<View>> Tell(Desk desk, string order, LabelEvent happened, CancellationToken ct) =>
        await Process.Handle(desk, new OrderId(order), happened, ct) is ProcessOutcome<LabelOrder>.Moved moved ? moved.Views : [];

    public static Decision Decide(LabelOrder order, LabelEvent happened) => (order.State, happened) switch
    {
        (LabelState.Unpaid, LabelEvent.Pay) => Buy(order with { State = LabelState.Buying, Attempt = order.Attempt + 1 }),
        (LabelState.Unpaid, LabelEvent.Cancel) => new Decision.Next(order with { State = LabelState.Cancelled }),
        (LabelState.Unpaid, LabelEvent.TimeIsUp) => new Decision.Next(order with { State = LabelState.Expired }, new Effect.Tell(LabelViews.Expired(order))),

        (LabelState.Buying, LabelEvent.TooLittle) => new Decision.Next(order with { State = LabelState.Unpaid }, new Effect.Tell(LabelViews.TooLittle(order))),
        (LabelState.Buying or LabelState.Unresolved, LabelEvent.TimeIsUp) => new Decision.Next(order with { IsOver = true }),
        (LabelState.Buying or LabelState.Unresolved, LabelEvent.LabelBought bought) => Bought(order with { State = LabelState.Bought, Label = bought.Label }),
        (LabelState.Buying, LabelEvent.LabelRefused refused) => Refused(order with { State = Back(order, refused.Fault) }, refused),
        (LabelState.Buying, LabelEvent.OutcomeUnknown) => new Decision.Next(
            order with { State = LabelState.Unresolved },
            new Effect.Tell(LabelViews.Unknown(order)),
            new Effect.Alert(LabelViews.UnknownForOwner(order), $"{order.Id}:unknown:{order.Attempt}")),
        (LabelState.Unresolved, LabelEvent.NotBought) => NotBought(order with { State = Back(order, fault: null) }),

        (LabelState.Bought, LabelEvent.PdfStored stored) => Delivered(order with { State = LabelState.Delivered, File = stored.File }),
        (LabelState.Bought, LabelEvent.PdfMissing) => new Decision.Next(order, new Effect.Tell(LabelViews.PdfByLink(order))),

        (LabelState.Buying or LabelState.Unresolved, LabelEvent.Pay) => new Decision.Ignored("the label is being bought"),
        (LabelState.Bought or LabelState.Delivered, LabelEvent.Pay) => new Decision.Ignored("already paid"),
        (LabelState.Cancelled or LabelState.Expired, LabelEvent.Pay) => new Decision.Ignored("no longer active"),
        _ => new Decision.Ignored($"{happened.GetType().Name} means nothing to an order that is {order.State}"),
    };

    private static Decision Buy(LabelOrder order) => new Decision.Next(
        order,
        new Effect.Reserve(order.Hold, order.Price, new LabelEvent.TooLittle()),
        new Effect.Later(LabelPurchase.Queue(order)),
        new Effect.Tell(LabelViews.Buying(order)));

    private static Decision Bought(LabelOrder order) => new Decision.Next(
        order,
        [
            new Effect.Capture(order.Hold),
            new Effect.Later(LabelDownload.Queue(order)),
            .. order.Chosen.Mode is CarrierMode.Production ? new Effect[] { new Effect.Later(FundsCheck.Queue(order)) } : [],
            new Effect.Tell(LabelViews.Paid(order)),
            new Effect.Alert(LabelViews.BoughtForOwner(order), $"{order.Id}:bought"),
        ]);

    private static Decision Delivered(LabelOrder order) => new Decision.Next(order, new Effect.Tell(LabelViews.Pdf(order)), new Effect.Tell(LabelViews.Thanks(order)));

    /// <summary>Where an order goes that was not bought: it may be paid again while its rate is good.</summary>
    private static LabelState Back(LabelOrder order, LabelFault? fault) =>
        order.IsOver || fault is LabelFault.RateExpired ? LabelState.Expired : LabelState.Unpaid;

    private static Decision NotBought(LabelOrder order) => new Decision.Next(
        order,
        new Effect.Release(order.Hold),
        new Effect.Tell(LabelViews.NotBought(order)),
        new Effect.Alert(LabelViews.NotBoughtForOwner(order), $"{order.Id}:not-bought:{order.Attempt}"));

    private static Decision Refused(LabelOrder order, LabelEvent.LabelRefused refused) => new Decision.Next(
        order,
        [
            new Effect.Release(order.Hold),
            new Effect.Tell(LabelViews.Refused(order, refused)),
            .. refused.Fault is LabelFault.RateExpired ? [] : new Effect[] { new Effect.Alert(LabelViews.RefusedForOwner(order, refused), $"{order.Id}:refused:{order.Attempt}") },
        ]);
}
