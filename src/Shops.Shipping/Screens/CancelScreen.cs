using Lavka.Talk;

namespace Lavka.Shops.Shipping;

/// <summary>Asks before an unpaid order is thrown away (spec 2.8); returning shows the very same payment screen.</summary>
public sealed class CancelScreen : OrderScreen
{
    private readonly PaymentScreen _payment = new();

    public override string Pattern => Routes.CancelPattern;

    public override View Show(Model model) => model.Order.State is not LabelState.Unpaid
        ? _payment.Show(model)
        : new View(LabelViews.Told(LabelTexts.AskCancel, model.Order))
            .Row(Button.To(OrderTexts.Cancel.Stay, Routes.Payment(model.Order.OrderId)))
            .Row(Button.To(OrderTexts.Cancel.Leave, Routes.Drop(model.Order.OrderId)));
}
