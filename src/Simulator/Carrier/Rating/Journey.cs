using System.Globalization;
using Lavka.Simulator.Carrier.Wire;

namespace Lavka.Simulator.Carrier.Rating;

/// <summary>
/// What a price depends on and nothing else, so that the same question has the same price. The zone, 1 to 8, grows with the distance
/// between the first three digits of the two ZIP codes.
/// </summary>
public sealed record Journey(string FromZip, string ToZip, Package.Mass Weight, Package.Size Size)
{
    public int Zone => 1 + Math.Min(7, Math.Abs(Prefix(FromZip) - Prefix(ToZip)) / 110);

    /// <summary>Pounds that are paid for: the real ones or one for every 166 cubic inches, whichever is more, rounded up.</summary>
    public int BilledPounds
    {
        get
        {
            var volume = Size.Length!.Value * Size.Width!.Value * Size.Height!.Value;
            return (int)Math.Ceiling(Math.Max(Weight.Value!.Value, volume / 166));
        }
    }

    /// <summary>The journey of a shipment that has passed <see cref="ShipmentRules"/>.</summary>
    public static Journey Of(Shipment shipment) => new(
        shipment.ShipFrom!.PostalCode!, shipment.ShipTo!.PostalCode!, shipment.Packages![0].Weight!, shipment.Packages[0].Dimensions!);

    private static int Prefix(string zip) => int.Parse(zip[..3], CultureInfo.InvariantCulture);
}
