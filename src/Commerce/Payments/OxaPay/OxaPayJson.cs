using System.Text.Json.Serialization;

namespace Lavka.Commerce.OxaPay;

/// <summary>
/// The body of POST /v1/payment/invoice (docs.oxapay.com, Generate Invoice). Other spellings are silently ignored by OxaPay (spec D03).
/// </summary>
internal sealed record InvoiceBody(
    decimal Amount,
    string Currency,
    int Lifetime,
    int FeePaidByPayer,
    decimal UnderPaidCoverage,
    string CallbackUrl,
    string ReturnUrl,
    string Description,
    string OrderId);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(InvoiceBody))]
internal sealed partial class OxaPayJson : JsonSerializerContext;
