using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Lavka.Simulator.OxaPay.Invoices;
using Lavka.Simulator.OxaPay.Wire;

namespace Lavka.Simulator.OxaPay.Notifications;

/// <summary>
/// One step of an invoice as it is told to the shop. The bytes are made once, so each redelivery is the same to the last byte;
/// the signature is the hex HMAC-SHA512 of these bytes with the merchant's key.
/// </summary>
public sealed record Notification(string TrackId, string Status, string Url, byte[] Body, string Signature)
{
    public static Notification Of(Invoice invoice, string url, string merchantKey)
    {
        var told = invoice.ToNotification();
        var body = JsonSerializer.SerializeToUtf8Bytes(told, OxaPayJson.Default.NotificationBody);
        return new(invoice.TrackId, told.Status, url, body, Convert.ToHexStringLower(HMACSHA512.HashData(Encoding.UTF8.GetBytes(merchantKey), body)));
    }
}
