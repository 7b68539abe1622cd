using Lavka.Talk;

namespace Lavka.Shops.Shipping;

/// <summary>The payment of an order (spec 2.6), or, when there is nothing to pay any more, what became of it.</summary>
public sealed class PaymentScreen : OrderScreen
{
    internal static readonly Text CancelButton = new(ru: "❌ Отмена", en: "❌ Cancel");

    public override string Pattern => Routes.PaymentPattern;

    public override View Show(Model model) => model.Order.State switch
    {
        LabelState.Unpaid => Unpaid(model),
        LabelState.Buying => LabelViews.Buying(model.Order).Row(Button.To(DialogTexts.Home, Routes.Home)),
        LabelState.Bought or LabelState.Delivered => Done(model.Order),
        LabelState.Expired => LabelViews.Expired(model.Order),
        _ => new View(LabelViews.Told(LabelTexts.Cancelled, model.Order)).Row(Button.To(DialogTexts.Home, Routes.Home)),
    };

    private static View Unpaid(Model model)
    {
        var (order, shortage) = (model.Order, model.Shortage);
        var screen = LabelViews.Told(LabelTexts.PaymentScreen, order).With("balance", model.Balance.AsText());
        var view = shortage.IsPositive
            ? new View(Text.Lines(screen, LabelTexts.Shortage.With("shortage", shortage.AsText())))
                .Row(Button.To(LabelTexts.TopUpFor.With("shortage", shortage.AsText()), Routes.TopUpFor(order.OrderId)))
            : new View(screen).Row(Button.To(LabelTexts.PayFromBalance.With("balance", model.Balance.AsText()), Routes.Pay(order.OrderId)));
        return view
            .Row(Button.To(LabelTexts.OrderInfo, Routes.Info(order.OrderId)))
            .Row(Button.To(LabelTexts.BackToRates, Routes.Rates(order.OrderId)))
            .Row(Button.To(CancelButton, Routes.Cancel(order.OrderId)));
    }

    private static View Done(LabelOrder order)
    {
        var view = new View(LabelViews.Told(LabelTexts.Paid, order));
        if (order.File is not null) view = view.Row(Button.To(LabelTexts.Download, Routes.Pdf(order.OrderId)));
        return view.Row(Button.To(LabelTexts.OrderInfo, Routes.Info(order.OrderId))).Row(Button.To(DialogTexts.Home, Routes.Home));
    }}
