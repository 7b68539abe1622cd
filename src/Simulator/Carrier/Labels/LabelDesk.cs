using Lavka.Simulator.Carrier.Accounts;
using Lavka.Simulator.Carrier.Rating;
using Lavka.Simulator.Carrier.Wire;

namespace Lavka.Simulator.Carrier.Labels;

/// <summary>Sells and voids labels. Money leaves the carrier's wallet exactly when a label is made and comes back exactly when it is voided.</summary>
public sealed class LabelDesk(CarrierAccounts accounts, RateBook rates, LabelBook labels, Numbering numbers, TimeProvider time)
{
    public Purchase Buy(LabelRequest request)
    {
        VendorError[] faults = [.. LabelRules.Faults(request)];
        if (faults is not [])
            return new Purchase.Refused(faults);

        var shipmentId = numbers.NextId();
        var externalId = request.Shipment!.ExternalShipmentId ?? shipmentId;
        return labels.Sell(externalId, () => Sell(request, shipmentId, externalId));
    }

    /// <summary>Null when there is no such label; a second void is answered with the vendor's "not approved".</summary>
    public VoidResponse? Void(string labelId)
    {
        if (labels.Find(labelId) is null)
            return null;
        if (labels.TryVoid(labelId, time.GetUtcNow()) is not { } label)
            return new(Approved: false, "This label was voided before.", "label_already_voided");
        accounts.GiveBack(label.Carrier.Id, label.Price.Total);
        return new(Approved: true, "This label has been voided. The carrier account has been credited.");
    }

    private Purchase Sell(LabelRequest request, string shipmentId, string externalId)
    {
        var shipment = request.Shipment!;
        if (accounts.Find(shipment.CarrierId!) is not { } carrier)
            return Refused(VendorError.UnknownId("shipment.carrier_id", shipment.CarrierId!));
        var journey = Journey.Of(shipment);
        return Offer(request, carrier, journey) switch
        {
            Offered.Refused(var error) => Refused(error),
            Offered.At(var service, _) when journey.Weight.Value > service.MaxPounds =>
                Refused(VendorError.TooHeavy(carrier.FriendlyName, service.MaxPounds)),
            Offered.At(_, var price) when !accounts.TryTake(carrier.Id, price.Total) => Refused(VendorError.InsufficientFunds),
            Offered.At(var service, var price) => new Purchase.Bought(new(
                numbers.NextId(), shipmentId, externalId, carrier, service, shipment, price,
                TrackingNumber.Of(carrier.Code, numbers.Next()), request.LabelLayout!, time.GetUtcNow())),
            var other => throw new InvalidOperationException($"An offer of an unknown kind: {other}."),
        };
    }

    private Offered Offer(LabelRequest request, CarrierProfile carrier, Journey journey)
    {
        var code = request.Shipment!.ServiceCode!;
        if (request.RateId is not { } rateId)
            return carrier.Find(code) is { } service
                ? new Offered.At(service, Price.Of(service, journey))
                : new Offered.Refused(VendorError.UnknownId("shipment.service_code", code));
        if (rates.Find(rateId) is not { } rate)
            return new Offered.Refused(VendorError.UnknownId("rate_id", rateId));
        if (rate.ExpiresAt <= time.GetUtcNow())
            return new Offered.Refused(VendorError.RateExpired(rateId));
        if (rate.Carrier != carrier || !rate.Service.Code.Equals(code, StringComparison.Ordinal))
            return new Offered.Refused(VendorError.Differs("shipment.service_code"));
        return rate.Journey == journey ? new Offered.At(rate.Service, rate.Price) : new Offered.Refused(VendorError.Differs("shipment"));
    }

    private static Purchase.Refused Refused(VendorError error) => new([error]);

    private abstract record Offered
    {
        public sealed record At(Service Service, Price Price) : Offered;

        public sealed record Refused(VendorError Error) : Offered;
    }
}
