using Lavka.Simulator.OxaPay.Wire;

namespace Lavka.Simulator.OxaPay.Invoices;

/// <summary>What was agreed when the invoice was made, with the vendor's defaults filled in: 60 minutes, no fee for the payer, no coverage.</summary>
public sealed record InvoiceTerms(
    decimal Amount,
    string Currency,
    int Lifetime,
    decimal FeePaidByPayer,
    decimal UnderPaidCoverage,
    bool MixedPayment,
    string? CallbackUrl,
    string? ReturnUrl,
    string Email,
    string OrderId,
    string ThanksMessage,
    string Description)
{
    /// <summary>The fewest dollars that count as paid in full.</summary>
    public decimal Enough => Amount * (100 - UnderPaidCoverage) / 100;

    public static InvoiceTerms From(InvoiceRequest request) => new(
        request.Amount!.Value,
        request.Currency ?? "USD",
        request.Lifetime ?? 60,
        request.FeePaidByPayer ?? 0,
        request.UnderPaidCoverage ?? 0,
        request.MixedPayment ?? false,
        request.CallbackUrl,
        request.ReturnUrl,
        request.Email ?? "",
        request.OrderId ?? "",
        request.ThanksMessage ?? "",
        request.Description ?? "");
}
