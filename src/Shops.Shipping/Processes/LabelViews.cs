using Lavka.Talk;

namespace Lavka.Shops.Shipping;

/// <summary>What the customer and the owner are told while a label is bought.</summary>
internal static class LabelViews
{
    public static View Buying(LabelOrder order) => new(Told(LabelTexts.Buying, order)) { IsProgress = true };

    public static View Paid(LabelOrder order) => new(Told(LabelTexts.Paid, order));

    public static View Pdf(LabelOrder order) => new(Told(LabelTexts.PdfCaption, order))
    {
        File = new Attachment(order.File!, order.Label!.TrackingNumber + ".pdf", "application/pdf"),
    };

    public static View Thanks(LabelOrder order) => new View(LabelTexts.Thanks)
        .Row(Button.To(LabelTexts.OrderInfo, Routes.Info(order.OrderId)))
        .Row(Button.To(LabelTexts.NewOrder, Routes.NewOrder))
        .Row(Button.To(DialogTexts.Home, Routes.Home));

    public static View PdfByLink(LabelOrder order) => new View(LabelTexts.PdfByLink.With("url", order.Label!.PdfUrl))
        .Row(Button.To(LabelTexts.Download, Routes.Pdf(order.OrderId)))
        .Row(Button.To(DialogTexts.Home, Routes.Home));

    public static View TooLittle(LabelOrder order) => new View(Told(LabelTexts.TooLittle, order))
        .Row(Button.To(LabelTexts.PayAgain, Routes.Payment(order.OrderId)))
        .Row(Button.To(DialogTexts.Home, Routes.Home));

    public static View Expired(LabelOrder order) => new View(Told(LabelTexts.Expired, order))
        .Row(NewRates(order))
        .Row(Button.To(DialogTexts.Home, Routes.Home));

    public static View Unknown(LabelOrder order) => new View(Told(LabelTexts.Unknown, order)).Row(Button.To(DialogTexts.Home, Routes.Home));

    /// <summary>The order as it is after the refusal: when its time is over as well, only new rates lead on.</summary>
    public static View Refused(LabelOrder order, LabelEvent.LabelRefused refused) => Onward(refused.Fault switch
    {
        LabelFault.Shipment => new View(LabelTexts.RefusedShipment.With("why", refused.Why)).Row(Button.To(LabelTexts.OtherRate, Routes.Rates(order.OrderId))),
        LabelFault.RateExpired => new View(Told(LabelTexts.RefusedRate, order)).Row(NewRates(order)),
        _ => new View(LabelTexts.RefusedByUs).Row(Again(order)),
    });

    public static View NotBought(LabelOrder order) => Onward(new View(Told(LabelTexts.NotBought, order)).Row(Again(order)));

    public static Text NotBoughtForOwner(LabelOrder order) => Told(LabelTexts.OwnerNotBought, order);

    private static View Onward(View view) => view.Row(Button.To(ShopTexts.Help, Routes.Help), Button.To(DialogTexts.Home, Routes.Home));

    private static Button NewRates(LabelOrder order) => Button.To(LabelTexts.NewRates, Routes.Rates(order.OrderId));

    private static Button Again(LabelOrder order) =>
        order.State is LabelState.Expired ? NewRates(order) : Button.To(LabelTexts.PayAgain, Routes.Payment(order.OrderId));

    public static Text BoughtForOwner(LabelOrder order) => Told(LabelTexts.OwnerBought, order);

    public static Text RefusedForOwner(LabelOrder order, LabelEvent.LabelRefused refused) =>
        Told(LabelTexts.OwnerRefused, order).With("fault", refused.Fault).With("why", refused.Why);

    public static Text UnknownForOwner(LabelOrder order) => Told(LabelTexts.OwnerUnknown, order);

    /// <summary>A sentence about an order with every hole filled that an order can fill.</summary>
    public static Text Told(Text text, LabelOrder order)
    {
        var (shipment, rate) = (order.Chosen.Shipment, order.Chosen.Rate);
        return text
            .With("id", order.Id)
            .With("order", order.OrderId.Display)
            .With("price", order.Price.AsText())
            .With("carrier", rate.Who)
            .With("service", rate.Service)
            .With("from", LabelTexts.Place.With("city", shipment.From.City).With("state", shipment.From.State))
            .With("to", LabelTexts.Place.With("city", shipment.To.City).With("state", shipment.To.State))
            .With("parcel", ShipmentText.Of(shipment.Parcel))
            .With("weight", shipment.Parcel.Weight)
            .With("mode", order.Chosen.Mode is CarrierMode.Test ? LabelTexts.TestMark : LabelTexts.NoMark)
            .With("tracking", order.Label?.TrackingNumber ?? "");
    }
}
