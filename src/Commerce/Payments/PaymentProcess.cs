using System.Collections.Frozen;

namespace Lavka.Commerce;

/// <summary>
/// The rules of one payment, pure. It only moves forward (platform.md 4.1.4): what the table does not list is ignored with a reason.
/// A payment is credited at most once, on its way into <see cref="PaymentState.Paid"/>,
/// with the confirmed value rounded half-even to minor units (spec decision 7).
/// </summary>
public static class PaymentProcess
{
    /// <summary>Every move there is. Money may arrive after expiry and is then credited all the same (spec D16).</summary>
    public static readonly FrozenDictionary<PaymentState, IReadOnlyList<PaymentState>> Moves = new Dictionary<PaymentState, IReadOnlyList<PaymentState>>
    {
        [PaymentState.Created] = [PaymentState.Pending, PaymentState.Failed],
        [PaymentState.Failed] = [],
        [PaymentState.Pending] = [PaymentState.Paying, PaymentState.Underpaid, PaymentState.Expired, PaymentState.Paid, PaymentState.Refunded],
        [PaymentState.Paying] = [PaymentState.Underpaid, PaymentState.Expired, PaymentState.Paid, PaymentState.Refunded],
        [PaymentState.Underpaid] = [PaymentState.Expired, PaymentState.Paid, PaymentState.Refunded],
        [PaymentState.Expired] = [PaymentState.Underpaid, PaymentState.Paid, PaymentState.Refunded],
        [PaymentState.Paid] = [PaymentState.Refunded],
        [PaymentState.Refunded] = [],
    }.ToFrozenDictionary();

    public static PaymentDecision Decide(PaymentState state, Money requested, PaymentEvent happened) => happened switch
    {
        PaymentEvent.Issued => Move(state, PaymentState.Pending, new PaymentEffect.TellCustomer()),
        PaymentEvent.Refused => Move(state, PaymentState.Failed, new PaymentEffect.TellCustomer(), new PaymentEffect.TellOwner()),
        PaymentEvent.TimeIsUp => Move(state, PaymentState.Expired, new PaymentEffect.TellCustomer()),
        PaymentEvent.Observed observed => Observe(state, requested, observed),
        _ => throw new InvalidOperationException($"An event of an unknown kind: {happened}."),
    };

    private static PaymentDecision Observe(PaymentState state, Money requested, PaymentEvent.Observed seen) => seen.Status switch
    {
        ProviderStatus.Paid => Credited(state, seen.Value is { IsPositive: true } value ? value : requested),
        ProviderStatus.Paying => Move(state, PaymentState.Paying, new PaymentEffect.TellCustomer()),
        // A shortfall is credited when nothing more can arrive: until then the customer may still send the rest.
        ProviderStatus.Expired or ProviderStatus.Underpaid when IsFinal(seen) && seen.Value is { IsPositive: true } part => Credited(state, part),
        ProviderStatus.Underpaid => Move(state, PaymentState.Underpaid, new PaymentEffect.TellCustomer(), new PaymentEffect.TellOwner()),
        ProviderStatus.Expired => Move(state, PaymentState.Expired, new PaymentEffect.TellCustomer()),
        ProviderStatus.Refunded when state is PaymentState.Paid =>
            Move(state, PaymentState.Refunded, new PaymentEffect.TakeBack(), new PaymentEffect.TellCustomer(), new PaymentEffect.TellOwner()),
        ProviderStatus.Refunded => Move(state, PaymentState.Refunded, new PaymentEffect.TellCustomer(), new PaymentEffect.TellOwner()),
        _ => new PaymentDecision.Ignored($"{seen.Status} changes nothing"),
    };

    private static bool IsFinal(PaymentEvent.Observed seen) => seen.IsOver || seen.Status is ProviderStatus.Expired;

    private static PaymentDecision Credited(PaymentState state, Money amount) =>
        Move(state, PaymentState.Paid, new PaymentEffect.Credit(amount), new PaymentEffect.TellCustomer(), new PaymentEffect.TellOwner());

    private static PaymentDecision Move(PaymentState from, PaymentState to, params IReadOnlyList<PaymentEffect> effects) =>
        Moves[from].Contains(to) ? new PaymentDecision.Moved(to, effects) : new PaymentDecision.Ignored($"{from} does not become {to}");
}
