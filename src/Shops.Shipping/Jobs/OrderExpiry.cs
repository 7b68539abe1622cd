using System.Text.Json.Serialization.Metadata;
using Lavka.Commerce;
using Lavka.Talk;

namespace Lavka.Shops.Shipping;

/// <summary>The end of a rate's time: an order that is still unpaid then can no longer be paid at that price (spec decision 9).</summary>
public sealed class OrderExpiry : Job<string, string>
{
    public const string Kind = "shipping.expiry";

    public override string Name => Kind;

    public override JsonTypeInfo<string> Args => ShippingJson.Default.String;

    public static QueuedJob Queue(LabelOrder order) => QueuedJob.Of(Kind, order.Id, order.Id, ShippingJson.Default.String, order.Chosen.Expires);

    public override Task<string> Run(string args, string key, CancellationToken ct) => Task.FromResult(args);

    public override Task<IReadOnlyList<View>> Settle(Desk desk, string args, string result, CancellationToken ct) =>
        LabelProcess.Tell(desk, args, new LabelEvent.TimeIsUp(), ct);
}
