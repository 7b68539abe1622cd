using Lavka.Simulator.Carrier.Accounts;

namespace Lavka.Simulator.Carrier.Rating;

/// <summary>What a label costs, in cents: the shipping and the surcharge that the vendor shows apart from it.</summary>
public sealed record Price(long Shipping, long Other)
{
    public long Total => Shipping + Other;

    public static Price Of(Service service, Journey journey)
    {
        var shipping = service.Base + (long)service.PerPound * journey.BilledPounds + (long)service.PerZone * (journey.Zone - 1);
        return new(shipping, shipping * service.SurchargePercent / 100);
    }
}
