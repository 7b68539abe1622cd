using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Lavka.Talk;

namespace Lavka.Commerce;

/// <summary>
/// Asks a provider for an invoice and shows it. An invoice made by an attempt whose answer was lost is never shown, so nobody pays it (spec D21).
/// </summary>
public sealed class CreateInvoice(PaymentProviders providers) : Job<InvoiceArgs, Invoice>
{
    public const string Kind = "payments.invoice";

    public override string Name => Kind;

    public override JsonTypeInfo<InvoiceArgs> Args => PaymentJson.Default.InvoiceArgs;

    /// <summary>One request, to be queued.</summary>
    public static QueuedJob Of(Payment payment, string description)
    {
        var args = new InvoiceArgs(payment.Shop, payment.Provider, payment.Id.Value, payment.RequestedMinor, payment.Currency.Code, description);
        return new QueuedJob(Kind, payment.Id.Value, JsonSerializer.Serialize(args, PaymentJson.Default.InvoiceArgs), Due: null);
    }

    public override async Task<Invoice> Run(InvoiceArgs args, string key, CancellationToken ct)
    {
        if (providers.Find(args.Shop, args.Provider) is not { } provider)
            return new Invoice.Refused($"{args.Shop} has no account at {args.Provider} any more");
        var request = new InvoiceRequest(new PaymentId(args.Payment), new Money(args.Minor, Currency.Of(args.Currency)), args.Description);
        return await provider.CreateInvoice(request, ct) switch
        {
            Invoice.Unavailable silent => throw new ProviderUnavailableException(silent.Why),
            var answer => answer,
        };
    }

    public override Task<IReadOnlyList<View>> Settle(Desk desk, InvoiceArgs args, Invoice result, CancellationToken ct) =>
        desk.Payments.Issue(new PaymentId(args.Payment), result, ct);

    public override Task<IReadOnlyList<View>> GiveUp(Desk desk, InvoiceArgs args, CancellationToken ct) =>
        desk.Payments.Issue(new PaymentId(args.Payment), new Invoice.Refused($"{args.Provider} did not answer"), ct);
}
