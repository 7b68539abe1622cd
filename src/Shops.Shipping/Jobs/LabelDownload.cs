using System.Text.Json.Serialization.Metadata;
using Lavka.Commerce;
using Lavka.Talk;

namespace Lavka.Shops.Shipping;

/// <summary>Fetches the PDF of a bought label into the store. The label is paid and bought whether this succeeds or not; meanwhile the customer has its number.</summary>
public sealed class LabelDownload(CarrierClients carriers) : Job<DownloadArgs, ReadOnlyMemory<byte>>
{
    public const string Kind = "shipping.pdf";

    public override string Name => Kind;

    public override JsonTypeInfo<DownloadArgs> Args => ShippingJson.Default.DownloadArgs;

    public static QueuedJob Queue(LabelOrder order) =>
        QueuedJob.Of(Kind, order.Id, new DownloadArgs(order.Id, order.Label!.PdfUrl, order.Label.TrackingNumber), ShippingJson.Default.DownloadArgs);

    /// <summary>Once more, because the customer asks for a file that could not be fetched: once a minute at most.</summary>
    public static QueuedJob QueueAgain(LabelOrder order, DateTimeOffset now) => Queue(order) with { Key = $"{order.Id}:{now.ToUnixTimeSeconds() / 60}" };

    public override async Task<ReadOnlyMemory<byte>> Run(DownloadArgs args, string key, CancellationToken ct) =>
        await carriers.In(CarrierMode.Production).Download(args.Url, ct);

    public override async Task<IReadOnlyList<View>> Settle(Desk desk, DownloadArgs args, ReadOnlyMemory<byte> result, CancellationToken ct)
    {
        var file = await desk.Keep(result, args.TrackingNumber + ".pdf", "application/pdf", ct);
        return await LabelProcess.Tell(desk, args.Order, new LabelEvent.PdfStored(file), ct);
    }

    public override Task<IReadOnlyList<View>> GiveUp(Desk desk, DownloadArgs args, CancellationToken ct) =>
        LabelProcess.Tell(desk, args.Order, new LabelEvent.PdfMissing(), ct);
}
