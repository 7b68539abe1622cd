using Lavka.Simulator.Carrier.Accounts;
using Lavka.Simulator.Carrier.Rating;
using Lavka.Simulator.Carrier.Wire;

namespace Lavka.Simulator.Carrier.Labels;

/// <summary>A label that was bought and what it cost in cents; once voided it stays known, and so does its external id.</summary>
public sealed record Label(
    string Id,
    string ShipmentId,
    string ExternalId,
    CarrierProfile Carrier,
    Service Service,
    Shipment Shipment,
    Price Price,
    string TrackingNumber,
    string Layout,
    DateTimeOffset BoughtAt,
    DateTimeOffset? VoidedAt = null)
{
    public LabelResponse ToWire(string root)
    {
        var pdf = $"{root}/downloads/{Id}.pdf";
        return new(
            Id,
            VoidedAt is null ? "completed" : "voided",
            ShipmentId,
            ExternalId,
            BoughtAt,
            BoughtAt,
            Money.Usd(Price.Total),
            InsuranceCost: Money.Zero,
            TrackingNumber,
            "unknown",
            IsReturnLabel: false,
            IsInternational: false,
            Carrier.Id,
            Carrier.Code,
            Service.Code,
            Service.Packaging,
            VoidedAt is not null,
            VoidedAt,
            "pdf",
            Layout,
            new(pdf, pdf));
    }
}
