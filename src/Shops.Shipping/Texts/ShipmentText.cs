using Lavka.Talk;

namespace Lavka.Shops.Shipping;

/// <summary>A shipment as a person checks it before he pays: sender, recipient, parcel.</summary>
internal static class ShipmentText
{
    public static Text Of(Shipment shipment) => Text.Lines(
        Of(new AddressPair(shipment.From, shipment.To)),
        Text.Empty,
        OrderTexts.Summary.With("part", OrderTexts.Parcel).With("lines", Text.Lines(
            Of(shipment.Parcel),
            shipment.Parcel.LengthAndGirth > Parcel.LargestGirth ? OrderTexts.LargeParcel : null)));

    public static Text Of(AddressPair pair) => Text.Lines(Of(OrderTexts.Sender, pair.From), Text.Empty, Of(OrderTexts.Recipient, pair.To));

    public static Text Of(Parcel parcel) => OrderTexts.ParcelLine
        .With("weight", parcel.Weight).With("length", parcel.Length).With("width", parcel.Width).With("height", parcel.Height);

    private static Text Of(Text who, Address address) => OrderTexts.Summary.With("part", who).With("lines", Text.Lines(
        Text.Literal(address.Name),
        Text.Literal(address.Street),
        address.Street2 is { } second ? Text.Literal(second) : null,
        OrderTexts.Place.With("city", address.City).With("state", address.State).With("zip", address.Zip),
        address.Phone is { } phone ? OrderTexts.PhoneLine.With("phone", phone) : null));
}
