using System.Text.Json.Serialization.Metadata;
using Lavka.Commerce;
using Lavka.Talk;

namespace Lavka.Shops.Shipping;

/// <summary>
/// Buys the label of an order. The carrier knows it by the order's id, so an attempt whose answer was lost finds the label instead of buying another
/// (shipping:E12, E14). Asking first costs one call and does not rely on the carrier alone to refuse a second purchase.
/// </summary>
public sealed class LabelPurchase(CarrierClients carriers) : Job<PurchaseArgs, LabelOutcome>
{
    public const string Kind = "shipping.purchase";

    public override string Name => Kind;

    public override JsonTypeInfo<PurchaseArgs> Args => ShippingJson.Default.PurchaseArgs;

    public static QueuedJob Queue(LabelOrder order) =>
        QueuedJob.Of(
            Kind, $"{order.Id}:{order.Attempt}",
            new PurchaseArgs(order.Id, order.Chosen.Shipment, order.Chosen.Rate, order.Chosen.Mode), ShippingJson.Default.PurchaseArgs);

    public override async Task<LabelOutcome> Run(PurchaseArgs args, string key, CancellationToken ct)
    {
        var carrier = carriers.In(args.Mode);
        if (await carrier.Find(args.Order, ct) is { } bought) return new LabelOutcome.Bought(bought);
        var outcome = await carrier.Buy(new BuyLabel(args.Shipment, args.Rate, args.Order), ct);
        return outcome is not LabelOutcome.AlreadyExists ? outcome
            : throw new CarrierUnavailable($"The carrier knows the order {args.Order} and does not show its label");
    }

    public override Task<IReadOnlyList<View>> Settle(Desk desk, PurchaseArgs args, LabelOutcome result, CancellationToken ct) =>
        LabelProcess.Tell(desk, args.Order, result switch
        {
            LabelOutcome.Bought bought => new LabelEvent.LabelBought(bought.Label),
            LabelOutcome.RateExpired => new LabelEvent.LabelRefused(LabelFault.RateExpired, ""),
            LabelOutcome.NoFunds funds => new LabelEvent.LabelRefused(LabelFault.NoFunds, funds.Why),
            LabelOutcome.Refused refused => new LabelEvent.LabelRefused(LabelFault.Shipment, refused.Why),
            _ => throw new InvalidOperationException($"A purchase cannot end with {result}."),
        }, ct);

    public override Task<IReadOnlyList<View>> GiveUp(Desk desk, PurchaseArgs args, CancellationToken ct) =>
        LabelProcess.Tell(desk, args.Order, new LabelEvent.OutcomeUnknown(), ct);
}
