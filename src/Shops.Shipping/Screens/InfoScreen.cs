using Lavka.Talk;

namespace Lavka.Shops.Shipping;

/// <summary>Everything about an order on one page (spec 2.6).</summary>
public sealed class InfoScreen : OrderScreen
{
    public override string Pattern => Routes.InfoPattern;

    public override View Show(Model model)
    {
        var order = model.Order;
        var view = new View(Text.Lines(
            LabelViews.Told(LabelTexts.Info, order).With("shipment", ShipmentText.Of(order.Chosen.Shipment)),
            LabelTexts.StateLine.With("state", LabelTexts.StateOf(order.State)),
            order.Label is null ? null : LabelViews.Told(LabelTexts.TrackingLine, order)));
        if (order.State is not LabelState.Unpaid)
            return view.Row(Button.To(TemplateTexts.Save, Routes.SaveTemplate(order.OrderId))).Row(Button.To(ShopTexts.Back, Routes.Payment(order.OrderId)));
        return view
            .Row(Button.To(LabelTexts.GoToPayment, Routes.Payment(order.OrderId)))
            .Row(Button.To(LabelTexts.OtherRate, Routes.Rates(order.OrderId)))
            .Row(Button.To(TemplateTexts.Save, Routes.SaveTemplate(order.OrderId)))
            .Row(Button.To(PaymentScreen.CancelButton, Routes.Cancel(order.OrderId)));
    }
}
