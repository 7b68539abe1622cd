using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Lavka.Talk;

namespace Lavka.Commerce;

/// <summary>Asks a provider about a payment, whoever had the idea, and applies the answer through <see cref="Payments.Settle"/>.</summary>
public sealed class CheckPayment(PaymentProviders providers) : Job<CheckArgs, Inquiry>
{
    public const string Kind = "payments.check";

    public override string Name => Kind;

    public override JsonTypeInfo<CheckArgs> Args => PaymentJson.Default.CheckArgs;

    /// <summary>One question, to be queued.</summary>
    public static QueuedJob Of(Payment payment, CheckCause cause, int poll, string key, DateTimeOffset due)
    {
        var args = new CheckArgs(payment.Shop, payment.Provider, payment.Id.Value, payment.TrackId!, cause, poll);
        return new QueuedJob(Kind, key, JsonSerializer.Serialize(args, PaymentJson.Default.CheckArgs), due);
    }

    public override async Task<Inquiry> Run(CheckArgs args, string key, CancellationToken ct)
    {
        if (providers.Find(args.Shop, args.Provider) is not { } provider)
            return new Inquiry.NotFound($"{args.Shop} has no account at {args.Provider} any more");
        return await provider.Inquire(args.TrackId, ct) switch
        {
            Inquiry.Unavailable silent => throw new ProviderUnavailableException(silent.Why),
            var answer => answer,
        };
    }

    public override Task<IReadOnlyList<View>> Settle(Desk desk, CheckArgs args, Inquiry result, CancellationToken ct) =>
        desk.Payments.Settle(args, result, ct);

    /// <summary>The provider was silent for an hour: polling goes on, so nothing is lost.</summary>
    public override Task<IReadOnlyList<View>> GiveUp(Desk desk, CheckArgs args, CancellationToken ct) =>
        desk.Payments.Settle(args, new Inquiry.NotFound($"{args.Provider} did not answer"), ct);
}
