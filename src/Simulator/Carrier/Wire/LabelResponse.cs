namespace Lavka.Simulator.Carrier.Wire;

/// <summary>A label as the vendor shows it: after buying, by its id and by the shop's own id.</summary>
public sealed record LabelResponse(
    string LabelId,
    string Status,
    string ShipmentId,
    string ExternalShipmentId,
    DateTimeOffset ShipDate,
    DateTimeOffset CreatedAt,
    Money ShipmentCost,
    Money InsuranceCost,
    string TrackingNumber,
    string TrackingStatus,
    bool IsReturnLabel,
    bool IsInternational,
    string CarrierId,
    string CarrierCode,
    string ServiceCode,
    string PackageCode,
    bool Voided,
    DateTimeOffset? VoidedAt,
    string LabelFormat,
    string LabelLayout,
    LabelResponse.Download LabelDownload)
{
    public sealed record Download(string Pdf, string Href);
}
