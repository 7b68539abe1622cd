using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Lavka.Commerce.OxaPay;

/// <summary>
/// OxaPay's v1 messages to our words and back, pure (docs.oxapay.com: Generate Invoice, Payment Information, Payment Status Table, Webhook).
/// Fields that are missing, null or of another type are read as nothing; every answer becomes a closed result.
/// </summary>
public static class Wire
{
    public const string SignatureHeader = "HMAC";

    /// <exception cref="InvalidOperationException">The amount is not in USD: a mistake in the shop's settings.</exception>
    public static string WriteInvoice(InvoiceRequest request, OxaPaySettings settings)
    {
        if (request.Amount.Currency != Currency.Usd) throw new InvalidOperationException($"OxaPay's invoices are in USD, not in {request.Amount.Currency}.");
        var body = new InvoiceBody(
            request.Amount.Amount, Currency.Usd.Code, (int)settings.Lifetime.TotalMinutes, FeePaidByPayer: 0, settings.UnderpaidCoverage,
            settings.CallbackUrl.AbsoluteUri, settings.ReturnUrl.AbsoluteUri, request.Description, request.Payment.Value);
        return JsonSerializer.Serialize(body, OxaPayJson.Default.InvoiceBody);
    }

    public static Invoice ReadInvoice(HttpStatusCode status, string body)
    {
        if (IsTheirFault(status)) return new Invoice.Unavailable($"OxaPay answered {(int)status}");
        if (Json.Parse(body) is not { } answer) return new Invoice.Unavailable("OxaPay's answer is not JSON");
        if (status != HttpStatusCode.OK) return new Invoice.Refused(Fault(status, answer));
        var data = answer.Part("data");
        return data.Text("track_id") is { } track && data.Text("payment_url") is { } url && data.Time("expired_at") is { } expires
            ? new Invoice.Issued(track, url, expires)
            : new Invoice.Refused("OxaPay issued an invoice without track_id, payment_url or expired_at");
    }

    public static Inquiry ReadInquiry(HttpStatusCode status, string body)
    {
        // A key that is not accepted says nothing about the invoice.
        if (IsTheirFault(status) || status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
            return new Inquiry.Unavailable($"OxaPay answered {(int)status}");
        if (Json.Parse(body) is not { } answer) return new Inquiry.Unavailable("OxaPay's answer is not JSON");
        if (status != HttpStatusCode.OK) return new Inquiry.NotFound(Fault(status, answer));
        return Observe(answer.Part("data")) is { } observation
            ? new Inquiry.Found(observation)
            : new Inquiry.Unavailable("OxaPay's answer has no track_id");
    }

    public static Notification ReadNotification(string? signature, ReadOnlySpan<byte> body, string merchantKey)
    {
        Span<byte> expected = stackalloc byte[HMACSHA512.HashSizeInBytes];
        Span<byte> given = stackalloc byte[HMACSHA512.HashSizeInBytes];
        HMACSHA512.HashData(Encoding.UTF8.GetBytes(merchantKey), body, expected);
        if (signature is null) return new Notification.Forged("no signature");
        var isHex = Convert.FromHexString(signature, given, out _, out var length) is System.Buffers.OperationStatus.Done && length == given.Length;
        if (!CryptographicOperations.FixedTimeEquals(expected, given) || !isHex) return new Notification.Forged("the signature is not ours");
        var key = Convert.ToHexStringLower(SHA256.HashData(body));
        return Json.Parse(Encoding.UTF8.GetString(body)) is { } json && Observe(json) is { } observation
            ? new Notification.Verified(key, observation)
            : new Notification.Unreadable(key, "no track_id in it");
    }

    /// <summary>The Payment Status Table of v1 and the words of the interface before it, in any case (spec D13).</summary>
    public static ProviderStatus ReadStatus(string? word) => word?.Trim().ToUpperInvariant() switch
    {
        "NEW" or "WAITING" => ProviderStatus.Waiting,
        "PAYING" or "CONFIRMING" => ProviderStatus.Paying,
        "PAID" or "MANUAL_ACCEPT" => ProviderStatus.Paid,
        "UNDERPAID" => ProviderStatus.Underpaid,
        "EXPIRED" => ProviderStatus.Expired,
        "REFUNDING" => ProviderStatus.Refunding,
        "REFUNDED" => ProviderStatus.Refunded,
        _ => ProviderStatus.Unknown,
    };

    private static Observation? Observe(Json data) => (data.Text("track_id") ?? data.Text("trackId")) is { } track
        ? new Observation(track, ReadStatus(data.Text("status")), Value(data))
        : null;

    /// <summary>
    /// <c>value</c> is the worth of what the customer sent, in the invoice's currency: sent_amount times rate in the samples of the Webhook page.
    /// Several transactions may pay one invoice, in different coins; only the confirmed ones count. <c>amount</c> is what was asked for, never what came.
    /// </summary>
    private static Money? Value(Json data)
    {
        var parts = data.Items("txs").Where(tx => Worth(tx) is not null).ToList();
        var value = parts.Count == 0 ? Worth(data)
            : parts.Where(tx => string.Equals(tx.Text("status"), "confirmed", StringComparison.OrdinalIgnoreCase)).Sum(Worth);
        return value is { } worth ? Money.Round(worth, Currency.Usd) : null;
    }

    private static decimal? Worth(Json data) => data.Number("value") is >= 0 and < 1_000_000_000_000m and var value ? value : null;

    private static bool IsTheirFault(HttpStatusCode status) =>
        status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError;

    private static string Fault(HttpStatusCode status, Json answer) =>
        $"OxaPay answered {(int)status}: {answer.Part("error").Text("message") ?? answer.Text("message") ?? "no reason given"}";
}
