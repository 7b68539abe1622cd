using System.Globalization;
using Lavka.Talk;

namespace Lavka.Shops.Shipping;

/// <summary>
/// Rates in the customer's words; what only the owner can mend is told to him, once a day (shipping:E01).
/// <paramref name="alert"/> takes a text and the key under which it is told once.
/// </summary>
public sealed class Quotes(CarrierClients carriers, TimeProvider clock, Func<Text, string, CancellationToken, Task> alert)
{
    /// <summary>Whose rates they are.</summary>
    public CarrierClients Carriers => carriers;

    public async Task<Found<Offers>> Of(Shipment shipment, CarrierMode mode, CancellationToken ct)
    {
        var quotation = await carriers.In(mode).Rates(shipment, ct);
        if (quotation is Quotation.NoCarriers)
            await alert(OrderTexts.NoCarriersForOwner, "no-carriers:" + clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ct);
        return quotation.Told();
    }
}
