using FsCheck;
using FsCheck.Fluent;
using Lavka.Commerce;
using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Commerce;

public sealed class PaymentProcessTests
{
    private static readonly Money Requested = new(25_00, Currency.Usd);

    [Fact, Covers("shipping:D13")]
    public void paid_is_credited_and_waiting_or_paying_is_not()
    {
        Credit(Decide(PaymentState.Pending, ProviderStatus.Paid, 25_00)).ShouldBe(25_00);
        Credit(Decide(PaymentState.Paying, ProviderStatus.Paid, 25_00)).ShouldBe(25_00);
        Credit(Decide(PaymentState.Pending, ProviderStatus.Paying, 25_00)).ShouldBeNull();
        Decide(PaymentState.Pending, ProviderStatus.Waiting, null).ShouldBeOfType<PaymentDecision.Ignored>();
        Decide(PaymentState.Pending, ProviderStatus.Unknown, 25_00).ShouldBeOfType<PaymentDecision.Ignored>();
    }

    [Theory]
    [InlineData(24_60, 24_60)]
    [InlineData(30_00, 30_00)]
    [InlineData(0, 25_00)]
    [InlineData(null, 25_00)]
    public void what_the_provider_confirms_is_credited_and_only_its_silence_means_what_was_asked(int? value, long credited) =>
        Credit(Decide(PaymentState.Pending, ProviderStatus.Paid, value)).ShouldBe(credited);

    [Fact]
    public void a_shortfall_waits_for_the_rest_and_is_credited_when_the_time_is_over()
    {
        Decide(PaymentState.Pending, ProviderStatus.Underpaid, 10_00).ShouldBeOfType<PaymentDecision.Moved>().State.ShouldBe(PaymentState.Underpaid);
        Credit(Decide(PaymentState.Pending, ProviderStatus.Underpaid, 10_00)).ShouldBeNull();
        Credit(Decide(PaymentState.Underpaid, ProviderStatus.Paid, 25_00)).ShouldBe(25_00);
        Credit(Decide(PaymentState.Underpaid, ProviderStatus.Underpaid, 10_00, isOver: true)).ShouldBe(10_00);
        Credit(Decide(PaymentState.Underpaid, ProviderStatus.Expired, 10_00)).ShouldBe(10_00);
        Credit(Decide(PaymentState.Underpaid, ProviderStatus.Underpaid, null, isOver: true)).ShouldBeNull();
    }

    [Fact]
    public void money_that_arrives_after_expiry_is_credited()
    {
        Decide(PaymentState.Pending, ProviderStatus.Expired, null).ShouldBeOfType<PaymentDecision.Moved>().State.ShouldBe(PaymentState.Expired);
        Credit(Decide(PaymentState.Expired, ProviderStatus.Paid, 25_00)).ShouldBe(25_00);
    }

    [Fact]
    public void late_and_regressive_events_change_nothing()
    {
        foreach (var status in Enum.GetValues<ProviderStatus>().Where(status => status is not ProviderStatus.Refunded))
            Decide(PaymentState.Paid, status, 25_00).ShouldBeOfType<PaymentDecision.Ignored>();
        PaymentProcess.Decide(PaymentState.Paid, Requested, new PaymentEvent.TimeIsUp()).ShouldBeOfType<PaymentDecision.Ignored>();
        PaymentProcess.Decide(PaymentState.Pending, Requested, new PaymentEvent.Issued()).ShouldBeOfType<PaymentDecision.Ignored>();
    }

    [Fact, Covers("shipping:D18")]
    public void what_is_returned_is_taken_back_only_where_it_was_credited()
    {
        foreach (var state in Enum.GetValues<PaymentState>())
        {
            var takesBack = Decide(state, ProviderStatus.Refunded, 25_00) is PaymentDecision.Moved moved && moved.Effects.OfType<PaymentEffect.TakeBack>().Any();
            takesBack.ShouldBe(state is PaymentState.Paid, $"{state}");
        }
        Decide(PaymentState.Paid, ProviderStatus.Refunding, 25_00).ShouldBeOfType<PaymentDecision.Ignored>();
    }

    [Fact]
    public void every_state_has_its_row_in_the_table() => PaymentProcess.Moves.Keys.Order().ShouldBe(Enum.GetValues<PaymentState>());

    [Fact]
    public void whatever_happens_in_whatever_order_a_payment_is_credited_at_most_once()
    {
        var events = Gen.OneOf(
            Gen.Constant<PaymentEvent>(new PaymentEvent.Issued()),
            Gen.Constant<PaymentEvent>(new PaymentEvent.Refused("")),
            Gen.Constant<PaymentEvent>(new PaymentEvent.TimeIsUp()),
            from status in Gen.Elements(Enum.GetValues<ProviderStatus>())
            from cents in Gen.Elements<int?>(null, 0, 10_00, 25_00, 30_00)
            from isOver in Gen.Elements(true, false)
            select (PaymentEvent)new PaymentEvent.Observed(status, Value(cents), isOver));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), Prop.ForAll(events.ListOf().ToArbitrary(), story =>
        {
            var (state, credits) = (PaymentState.Created, 0);
            foreach (var happened in story)
                if (PaymentProcess.Decide(state, Requested, happened) is PaymentDecision.Moved moved)
                    (state, credits) = (moved.State, credits + moved.Effects.OfType<PaymentEffect.Credit>().Count());
            return credits == 1 || (credits == 0 && state is not PaymentState.Paid);
        }));
    }

    private static PaymentDecision Decide(PaymentState state, ProviderStatus status, int? value, bool isOver = false) =>
        PaymentProcess.Decide(state, Requested, new PaymentEvent.Observed(status, Value(value), isOver));

    private static Money? Value(int? cents) => cents is { } minor ? new Money(minor, Currency.Usd) : null;

    private static long? Credit(PaymentDecision decision) =>
        decision is PaymentDecision.Moved moved ? moved.Effects.OfType<PaymentEffect.Credit>().SingleOrDefault()?.Amount.Minor : null;
}
