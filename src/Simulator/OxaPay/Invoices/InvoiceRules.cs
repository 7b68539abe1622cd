using Lavka.Simulator.OxaPay.Wire;

namespace Lavka.Simulator.OxaPay.Invoices;

/// <summary>What the vendor checks of a new invoice; the first fault with its field, or null. Beyond the vendor, only dollars are taken.</summary>
public static class InvoiceRules
{
    public static (string Field, string Why)? Fault(InvoiceRequest request) => request switch
    {
        { Amount: null } => ("amount", "is required"),
        { Amount: <= 0 } => ("amount", "must be above 0"),
        { Amount: > 1_000_000 } => ("amount", "must be at most 1000000"),
        { Currency: not (null or "USD") } => ("currency", "must be USD: the simulator knows no other"),
        { Lifetime: < 15 or > 2880 } => ("lifetime", "must be between 15 and 2880 minutes"),
        { FeePaidByPayer: < 0 or > 1 } => ("fee_paid_by_payer", "must be between 0 and 1"),
        { UnderPaidCoverage: < 0 or > 60 } => ("under_paid_coverage", "must be between 0 and 60 percent"),
        { ToCurrency: not (null or "USDT") } => ("to_currency", "must be USDT"),
        { OrderId.Length: > 50 } => ("order_id", "must not be longer than 50 characters"),
        { CallbackUrl: { } url } when !IsWeb(url) => ("callback_url", "must be an absolute http or https address"),
        { ReturnUrl: { } url } when !IsWeb(url) => ("return_url", "must be an absolute http or https address"),
        { Email: { } email } when !email.Contains('@', StringComparison.Ordinal) => ("email", "must be an e-mail address"),
        _ => null,
    };

    private static bool IsWeb(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
}
