namespace Lavka.Commerce;

/// <summary>
/// One merchant account at one payment provider. Nothing here touches the store, and no outcome of a call is an exception.
/// Its word is never enough by itself: a notification is a hint, <see cref="Inquire"/> is the proof (platform.md 4.1).
/// </summary>
public interface IPaymentProvider
{
    /// <summary>The last part but one of its notification address, and the first of its ledger keys: "oxapay".</summary>
    string Name { get; }

    Task<Invoice> CreateInvoice(InvoiceRequest request, CancellationToken ct);

    Task<Inquiry> Inquire(string trackId, CancellationToken ct);

    /// <summary>Checks the signature over the body as it came, before anything in it is read.</summary>
    Notification VerifyNotification(IReadOnlyDictionary<string, string> headers, ReadOnlyMemory<byte> body);
}
