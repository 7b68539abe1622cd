using System.Text.Json.Serialization.Metadata;
using Lavka.Commerce;
using Lavka.Talk;

namespace Lavka.Shops.Shipping;

/// <summary>
/// The end of a purchase that the carrier never answered. The owner has looked and says what he saw; the shop looks too, and what the carrier shows prevails,
/// so a slip of his finger neither gives a label away nor takes money for none. A carrier that stays silent cannot contradict "it was not bought".
/// </summary>
public sealed class Verdict(CarrierClients carriers) : Job<VerdictArgs, Label?>
{
    public const string Kind = "shipping.verdict";

    public override string Name => Kind;

    public override JsonTypeInfo<VerdictArgs> Args => ShippingJson.Default.VerdictArgs;

    /// <summary>One verdict of each kind a minute for an attempt.</summary>
    public static QueuedJob Queue(LabelOrder order, bool wasBought, DateTimeOffset now) => QueuedJob.Of(
        Kind, $"{order.Id}:{order.Attempt}:{wasBought}:{now.ToUnixTimeSeconds() / 60}",
        new VerdictArgs(order.Id, order.Chosen.Mode, wasBought), ShippingJson.Default.VerdictArgs);

    public override async Task<Label?> Run(VerdictArgs args, string key, CancellationToken ct)
    {
        try
        {
            return await carriers.In(args.Mode).Find(args.Order, ct);
        }
        catch (CarrierUnavailable) when (!args.WasBought)
        {
            return null;
        }
    }

    public override async Task<IReadOnlyList<View>> Settle(Desk desk, VerdictArgs args, Label? result, CancellationToken ct)
    {
        if (result is not null) return await LabelProcess.Tell(desk, args.Order, new LabelEvent.LabelBought(result), ct);
        if (!args.WasBought) return await LabelProcess.Tell(desk, args.Order, new LabelEvent.NotBought(), ct);
        return await NotSeen(desk, args, ct);
    }

    public override Task<IReadOnlyList<View>> GiveUp(Desk desk, VerdictArgs args, CancellationToken ct) => NotSeen(desk, args, ct);

    private static async Task<IReadOnlyList<View>> NotSeen(Desk desk, VerdictArgs args, CancellationToken ct)
    {
        if (await LabelProcess.Process.Read(desk, new OrderId(args.Order), ct) is { State: LabelState.Unresolved } order)
            await desk.Alert(LabelViews.Told(LabelTexts.OwnerNotSeen, order), $"{order.Id}:not-seen:{desk.Now.ToUnixTimeSeconds()}", ct);
        return [];
    }
}
