using Lavka.Talk;

namespace Lavka.Shops.Shipping;

/// <summary>What a shop that sells needs of its carrier while it talks.</summary>
/// <param name="Quote">The rates of a shipment, in the customer's words.</param>
/// <param name="HasTest">Whether there is a key for tests.</param>
/// <param name="KeyOf">The last characters of a mode's key, for the owner's eyes.</param>
public sealed record Selling(Func<Shipment, CarrierMode, CancellationToken, Task<Found<Offers>>> Quote, bool HasTest, Func<CarrierMode, string> KeyOf)
{
    public static Selling By(Quotes quotes) => new(quotes.Of, quotes.Carriers.HasTest, mode => quotes.Carriers.In(mode).MaskedKey);
}
