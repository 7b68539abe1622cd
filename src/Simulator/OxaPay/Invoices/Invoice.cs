using Lavka.Simulator.OxaPay.Wire;

namespace Lavka.Simulator.OxaPay.Invoices;

/// <summary>An invoice as it stands now. Times are UTC.</summary>
public sealed record Invoice(
    string TrackId, InvoiceTerms Terms, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, InvoiceStatus Status, Coin? Coin, Transfer? Transfer)
{
    /// <summary>New or waiting for a transfer: it can still be paid, and it can still expire.</summary>
    public bool IsOpen => Status is InvoiceStatus.New or InvoiceStatus.Waiting;

    public Invoice Confirmed() => this with
    {
        Transfer = Transfer! with { Confirmed = true },
        Status = Transfer.Value >= Terms.Enough ? InvoiceStatus.Paid : InvoiceStatus.Underpaid,
    };

    public PaymentInformation ToWire() => new(
        TrackId,
        "invoice",
        Terms.Amount,
        Terms.Currency,
        Status.ToString().ToLowerInvariant(),
        Terms.MixedPayment,
        Terms.FeePaidByPayer,
        Terms.UnderPaidCoverage,
        Terms.Lifetime,
        Terms.CallbackUrl ?? "",
        Terms.ReturnUrl ?? "",
        Terms.Email,
        Terms.OrderId,
        Terms.Description,
        Terms.ThanksMessage,
        ExpiresAt.ToUnixTimeSeconds(),
        CreatedAt.ToUnixTimeSeconds(),
        Transfer is null ? [] : [Transfer.ToInformation()]);

    public NotificationBody ToNotification() => new(
        TrackId,
        Status.ToString(),
        "invoice",
        "Lavka",
        Terms.Amount,
        Transfer?.Value ?? 0,
        Transfer?.Value ?? 0,
        Terms.Currency,
        Terms.OrderId,
        Terms.Email,
        Note: "",
        Terms.FeePaidByPayer,
        Terms.UnderPaidCoverage,
        Terms.Description,
        CreatedAt.ToUnixTimeSeconds(),
        Transfer is null ? [] : [Transfer.ToNotification()]);
}
