using System.Globalization;
using Lavka.Talk;

namespace Lavka.Shops.Shipping;

/// <summary>
/// Rates in the customer's words; what only the owner can mend is told to him, once a day (shipping:E01).
/// <paramref name="alert"/> takes a text and the key under which it is told once.
/// </summary>
public sealed class Quotes(CarrierClient carrier, TimeProvider clock, Func<Text, string, CancellationToken, Task> alert)
{
    public async Task<Found<Offers>> Of(Shipment shipment, CancellationToken ct)
    {
        var quotation = await carrier.Rates(shipment, ct);
        if (quotation is Quotation.NoCarriers)
            await alert(OrderTexts.NoCarriersForOwner, "no-carriers:" + clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ct);
        return quotation.Told();
    }
}
