using Lavka.Simulator.Carrier.Accounts;
using Lavka.Simulator.Carrier.Wire;

namespace Lavka.Simulator.Carrier.Rating;

/// <summary>Answers <c>POST /rates</c>: the same shipment has the same prices every time, under new rate ids.</summary>
public sealed class RateDesk(CarrierAccounts accounts, RateBook rates, Numbering numbers, CarrierSettings settings, TimeProvider time)
{
    public IResult Quote(RatesRequest request)
    {
        VendorError[] faults = [.. OfOptions(request.RateOptions), .. ShipmentRules.Faults(request.Shipment)];
        if (faults is not [])
            return Answer.Refused(faults);

        var journey = Journey.Of(request.Shipment!);
        var carriers = request.RateOptions!.CarrierIds!.Distinct(StringComparer.Ordinal).Select(id => accounts.Find(id)!).ToList();
        var quotes = carriers.SelectMany(carrier => Quotes(carrier, journey)).ToList();
        quotes.ForEach(rates.Add);
        return Answer.Ok(Response(quotes, [.. carriers.SelectMany(carrier => TooHeavy(carrier, journey))]), CarrierJson.Default.RatesResponse);
    }

    private IEnumerable<VendorError> OfOptions(RatesRequest.Wanted? options) => options?.CarrierIds switch
    {
        null or [] => [VendorError.Missing("rate_options.carrier_ids")],
        var ids => ids.Where(id => accounts.Find(id) is null).Select(id => VendorError.UnknownId("rate_options.carrier_ids", id)),
    };

    private IEnumerable<QuotedRate> Quotes(CarrierProfile carrier, Journey journey)
    {
        var now = time.GetUtcNow();
        return carrier.Services.Where(service => journey.Weight.Value <= service.MaxPounds).Select(service => new QuotedRate(
            numbers.NextId(), carrier, service, journey, Price.Of(service, journey), now, now + settings.RateLifetime));
    }

    private static IEnumerable<VendorError> TooHeavy(CarrierProfile carrier, Journey journey)
    {
        var most = carrier.Services.Max(service => service.MaxPounds);
        return journey.Weight.Value > most ? [VendorError.TooHeavy(carrier.FriendlyName, most)] : [];
    }

    private RatesResponse Response(List<QuotedRate> quotes, IReadOnlyList<VendorError> errors)
    {
        var shipmentId = numbers.NextId();
        var status = (quotes.Count, errors.Count) switch { (_, 0) => "completed", (0, _) => "error", _ => "partial" };
        return new(shipmentId, new(
            [.. quotes.Select(quote => quote.ToWire())], [], numbers.NextId(), shipmentId, time.GetUtcNow(), status, errors));
    }
}
