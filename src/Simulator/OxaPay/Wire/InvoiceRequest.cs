namespace Lavka.Simulator.OxaPay.Wire;

/// <summary>The body of <c>POST /payment/invoice</c> (docs.oxapay.com, "Generate Invoice"): snake_case only, the amount is the one thing required.</summary>
public sealed record InvoiceRequest(
    decimal? Amount = null,
    string? Currency = null,
    int? Lifetime = null,
    decimal? FeePaidByPayer = null,
    decimal? UnderPaidCoverage = null,
    string? ToCurrency = null,
    bool? AutoWithdrawal = null,
    bool? MixedPayment = null,
    string? CallbackUrl = null,
    string? ReturnUrl = null,
    string? Email = null,
    string? OrderId = null,
    string? ThanksMessage = null,
    string? Description = null,
    bool? Sandbox = null);
