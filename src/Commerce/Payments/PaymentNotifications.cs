using System.Diagnostics.Metrics;
using System.Text;
using Lavka.Durable;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Lavka.Commerce;

/// <summary>
/// Takes what payment providers send (platform.md 4.1): a signed hint is kept once with its raw body, together with the job that asks the provider.
/// It moves no money.
/// </summary>
public sealed class PaymentNotifications(
    Store store, IReadOnlyDictionary<string, Shop> shops, PaymentProviders providers, Alerts alerts,
    IMeterFactory meters, ILogger<PaymentNotifications> logger)
{
    private readonly Counter<long> _received = meters.Create("Lavka.Commerce")
        .CreateCounter<long>("lavka_payment_notifications", description: "Payment notifications by provider and outcome.");

    /// <summary>
    /// Where a provider is to send them, with exactly one slash between the parts whatever <paramref name="publicUrl"/> ends in (spec D05).
    /// </summary>
    public static Uri Address(Uri publicUrl, string provider, string shop) => new($"{publicUrl.AbsoluteUri.TrimEnd('/')}/hooks/pay/{provider}/{shop}");

    /// <summary>Takes the headers and the very bytes that came: the signature is over them.</summary>
    /// <exception cref="StoreFault">It could not be kept; nothing happened and the provider must deliver it again.</exception>
    public async Task<NotificationReceipt> Receive(
        string provider, string shop, IReadOnlyDictionary<string, string> headers, ReadOnlyMemory<byte> body, CancellationToken ct)
    {
        if (!shops.TryGetValue(shop, out var known) || providers.Find(shop, provider) is not { } account) return NotificationReceipt.NoSuchProvider;
        var notification = account.VerifyNotification(headers, body);
        if (notification is Notification.Forged(var why))
        {
            Count(provider, "forged");
            logger.LogWarning("A notification for {Shop} that claims to be from {Provider} was refused: {Why}", shop, provider, why);
            return NotificationReceipt.Forged;
        }
        var outcome = await store.Write((tx, stop) => Keep(tx, known, provider, notification, Encoding.UTF8.GetString(body.Span), stop), ct);
        Count(provider, outcome);
        return NotificationReceipt.Accepted;
    }

    private async Task<string> Keep(StoreTransaction tx, Shop shop, string provider, Notification notification, string body, CancellationToken ct)
    {
        var (key, seen) = notification switch
        {
            Notification.Verified verified => (verified.EventKey, verified.Observation),
            Notification.Unreadable unreadable => (unreadable.EventKey, null),
            _ => throw new InvalidOperationException($"A notification of an unknown kind: {notification}."),
        };
        await using var db = CommerceDb.Join(tx);
        var payment = seen is null ? null : await Find(db, shop, provider, seen.TrackId, ct);
        var isNew = await tx.Sql("""
            insert into payment_events (provider, event_key, shop, payment, track_id, status, value, body, received_at)
            values (@provider, @key, @shop, @payment, @track, @status, @value, @body, @now) on conflict (provider, event_key) do nothing
            """, ("provider", provider), ("key", key), ("shop", shop.Id), ("payment", payment?.Id.Value), ("track", seen?.TrackId),
            ("status", seen?.Status ?? ProviderStatus.Unknown), ("value", seen?.Value?.Minor), ("body", body), ("now", tx.Now)).Run(ct) == 1;
        if (!isNew) return "repeated";
        if (payment is null)
        {
            await alerts.Raise(tx, shop, PaymentViews.Unknown(provider, seen), $"{provider}:{key}", ct);
            return "unknown";
        }
        var check = CheckPayment.Of(payment, CheckCause.Notified, 0, $"{provider}:{key}", tx.Now);
        await Jobs.Add(tx, new NewJob(check.Job, check.Key, check.Args, payment.Where, tx.Now), ct);
        return "accepted";
    }

    /// <summary>
    /// By the id as it came; when that is not known, by the same number without leading zeros, which a provider's JSON number cannot have (spec
    /// D12).
    /// </summary>
    private static async Task<Payment?> Find(CommerceDb db, Shop shop, string provider, string track, CancellationToken ct)
    {
        var ours = db.Payments.Where(payment => payment.Shop == shop.Id && payment.Provider == provider);
        if (await ours.FirstOrDefaultAsync(payment => payment.TrackId == track, ct) is { } exact) return exact;
        if (!track.All(char.IsAsciiDigit)) return null;
        var alike = await ours.Where(payment => payment.TrackId!.EndsWith(track)).ToListAsync(ct);
        return alike.FindAll(payment => string.Equals(payment.TrackId!.TrimStart('0'), track, StringComparison.Ordinal)) is [var only] ? only : null;
    }

    private void Count(string provider, string outcome) => _received.Add(1, new("provider", provider), new("outcome", outcome));
}
