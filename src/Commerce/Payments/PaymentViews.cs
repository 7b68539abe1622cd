using Lavka.Talk;

namespace Lavka.Commerce;

/// <summary>A payment as its customer, and as the owner, sees it.</summary>
public static class PaymentViews
{
    /// <summary>Leads to <see cref="Payments.Check"/>; the host routes it.</summary>
    public static Route CheckRoute(PaymentId payment) => new($"payment/{payment}/check");

    /// <summary>Leads to <see cref="Payments.Again"/>; the host routes it.</summary>
    public static Route AgainRoute(PaymentId payment) => new($"payment/{payment}/again");

    /// <summary>Where the payment is now and what can be done about it.</summary>
    public static View Of(Payment payment, Money balance) => payment.State switch
    {
        PaymentState.Created => new View(PaymentTexts.Being),
        PaymentState.Failed => new View(PaymentTexts.NoInvoice).Row(Again(payment)),
        PaymentState.Pending => Payable(PaymentTexts.Invoice, payment),
        PaymentState.Paying => new View(PaymentTexts.Paying).Row(Check(payment)),
        PaymentState.Underpaid => Payable(PaymentTexts.Underpaid, payment),
        PaymentState.Expired => new View(PaymentTexts.Expired.With("amount", payment.Requested.AsText())).Row(Again(payment)).Row(Check(payment)),
        PaymentState.Paid => Credited(payment, balance),
        PaymentState.Refunded => Returned(payment, balance),
        _ => throw new InvalidOperationException($"A payment in an unknown state: {payment.State}."),
    };

    internal static Text ForOwner(Payment payment, PaymentEvent happened) => PaymentTexts.OwnerPayment
        .With("payment", payment.TrackId ?? payment.Id.Value)
        .With("state", payment.State)
        .With("requested", payment.Requested.AsText())
        .With("credited", payment.Credited?.AsText() ?? PaymentTexts.Nothing)
        .With("detail", happened is PaymentEvent.Refused refused ? refused.Why : "");

    internal static Text Unknown(string provider, Observation? seen) => PaymentTexts.UnknownPayment
        .With("provider", provider)
        .With("payment", seen?.TrackId ?? "?")
        .With("status", seen?.Status ?? ProviderStatus.Unknown);

    internal static Text MoreArrived(Payment payment, Money credited, Money value) => PaymentTexts.MoreArrived
        .With("payment", payment.TrackId!)
        .With("credited", credited.AsText())
        .With("value", value.AsText());

    internal static Text SpentAlready(Payment payment, Money taken, Money missing) => PaymentTexts.SpentAlready
        .With("payment", payment.TrackId!)
        .With("taken", taken.AsText())
        .With("missing", missing.AsText());

    private static View Payable(Text text, Payment payment) => new View(text.With("amount", payment.Requested.AsText()))
        .Row(Button.Link(PaymentTexts.Pay, payment.PayUrl!))
        .Row(Check(payment));

    private static View Credited(Payment payment, Money balance)
    {
        var view = new View(Text.Lines(
            PaymentTexts.Credited,
            payment.Credited != payment.Requested ? PaymentTexts.RequestedLine.With("amount", payment.Requested.AsText()) : null,
            PaymentTexts.CreditedLine.With("amount", (payment.Credited ?? payment.Requested).AsText()),
            PaymentTexts.BalanceLine.With("amount", balance.AsText())));
        return payment.ReturnRoute is { } route ? view.Row(Button.To(PaymentTexts.PayOrder, route)) : view;
    }

    private static View Returned(Payment payment, Money balance)
    {
        var told = PaymentTexts.Refunded.With("amount", payment.Requested.AsText());
        return new View(payment.Credited is null ? told : Text.Lines(told, PaymentTexts.TakenBack, PaymentTexts.BalanceLine.With("amount", balance.AsText())));
    }

    private static Button Again(Payment payment) => new(PaymentTexts.NewInvoice.With("amount", payment.Requested.AsText()), new Press.Go(AgainRoute(payment.Id)));

    private static Button Check(Payment payment) => new(PaymentTexts.CheckPayment, new Press.Go(CheckRoute(payment.Id)));
}
