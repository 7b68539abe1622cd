using Lavka.Simulator.Carrier.Rating;
using Lavka.Simulator.Carrier.Wire;

namespace Lavka.Simulator.Carrier.Labels;

/// <summary>What a request for a label must hold besides a sound shipment: carrier, service, a PDF on 4x6 or letter paper, a short external id.</summary>
public static class LabelRules
{
    public static IEnumerable<VendorError> Faults(LabelRequest request)
    {
        if (request.LabelLayout is not ("4x6" or "letter"))
            yield return VendorError.Invalid("label_layout", "must be 4x6 or letter");
        if (request.LabelFormat is not "pdf")
            yield return VendorError.Invalid("label_format", "must be pdf");
        if (request.LabelDownloadType is not (null or "url"))
            yield return VendorError.Invalid("label_download_type", "must be url");
        if (request.Shipment is { } shipment)
        {
            if (string.IsNullOrEmpty(shipment.CarrierId))
                yield return VendorError.Missing("shipment.carrier_id");
            if (string.IsNullOrEmpty(shipment.ServiceCode))
                yield return VendorError.Missing("shipment.service_code");
            if (shipment.ExternalShipmentId is "" or { Length: > 50 })
                yield return VendorError.Invalid("shipment.external_shipment_id", "must have 1 to 50 characters");
        }
        foreach (var fault in ShipmentRules.Faults(request.Shipment))
            yield return fault;
    }
}
