using Lavka.Commerce;
using Lavka.Kit;
using Lavka.Shops.Shipping;
using Lavka.Talk;
using Shouldly;
using Xunit;
using Decision = Lavka.Commerce.Decision<Lavka.Shops.Shipping.LabelOrder, Lavka.Shops.Shipping.LabelEvent>;
using Effect = Lavka.Commerce.Effect<Lavka.Shops.Shipping.LabelEvent>;

namespace Lavka.Pure.Shops.Shipping;

public sealed class LabelProcessTests
{
    private static readonly Dictionary<string, LabelEvent> Events = new()
    {
        ["Pay"] = new LabelEvent.Pay(),
        ["TooLittle"] = new LabelEvent.TooLittle(),
        ["Bought"] = new LabelEvent.LabelBought(LabelOrders.Label),
        ["RefusedShipment"] = new LabelEvent.LabelRefused(LabelFault.Shipment, "the address is unknown"),
        ["RefusedRate"] = new LabelEvent.LabelRefused(LabelFault.RateExpired, ""),
        ["RefusedFunds"] = new LabelEvent.LabelRefused(LabelFault.NoFunds, "wallet"),
        ["Unknown"] = new LabelEvent.OutcomeUnknown(),
        ["NotBought"] = new LabelEvent.NotBought(),
        ["PdfStored"] = new LabelEvent.PdfStored("f1"),
        ["PdfMissing"] = new LabelEvent.PdfMissing(),
        ["Cancel"] = new LabelEvent.Cancel(),
        ["TimeIsUp"] = new LabelEvent.TimeIsUp(),
    };

    /// <summary>Every transition there is, with its effects in their order; every other pair is ignored.</summary>
    private static readonly Dictionary<(LabelState, string), (LabelState Next, string Effects)> Moves = new()
    {
        [(LabelState.Unpaid, "Pay")] = (LabelState.Buying, "Reserve Later Tell"),
        [(LabelState.Unpaid, "Cancel")] = (LabelState.Cancelled, ""),
        [(LabelState.Unpaid, "TimeIsUp")] = (LabelState.Expired, "Tell"),
        [(LabelState.Buying, "TooLittle")] = (LabelState.Unpaid, "Tell"),
        [(LabelState.Buying, "Bought")] = (LabelState.Bought, "Capture Later Later Tell Alert"),
        [(LabelState.Buying, "RefusedShipment")] = (LabelState.Unpaid, "Release Tell Alert"),
        [(LabelState.Buying, "RefusedRate")] = (LabelState.Expired, "Release Tell"),
        [(LabelState.Buying, "RefusedFunds")] = (LabelState.Unpaid, "Release Tell Alert"),
        [(LabelState.Buying, "Unknown")] = (LabelState.Unresolved, "Tell Alert"),
        [(LabelState.Buying, "TimeIsUp")] = (LabelState.Buying, ""),
        [(LabelState.Unresolved, "Bought")] = (LabelState.Bought, "Capture Later Later Tell Alert"),
        [(LabelState.Unresolved, "NotBought")] = (LabelState.Unpaid, "Release Tell Alert"),
        [(LabelState.Unresolved, "TimeIsUp")] = (LabelState.Unresolved, ""),
        [(LabelState.Bought, "PdfStored")] = (LabelState.Delivered, "Tell Tell"),
        [(LabelState.Bought, "PdfMissing")] = (LabelState.Bought, "Tell"),
    };

    public static TheoryData<LabelState, string> Pairs =>
        [.. Enum.GetValues<LabelState>().SelectMany(_ => Events.Keys, (state, happened) => (state, happened))];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void every_event_in_every_state_is_a_known_move_or_ignored(LabelState state, string happened)
    {
        var decision = LabelProcess.Decide(LabelOrders.In(state), Events[happened]);

        if (!Moves.TryGetValue((state, happened), out var move)) decision.ShouldBeOfType<Decision.Ignored>().Reason.ShouldNotBeEmpty();
        else
        {
            var next = decision.ShouldBeOfType<Decision.Next>();
            next.State.State.ShouldBe(move.Next);
            string.Join(' ', next.Effects.Select(effect => effect.GetType().Name)).ShouldBe(move.Effects);
        }
    }

    [Fact, Covers("shipping:E12")]
    public void the_money_is_set_aside_before_the_label_is_asked_for_and_charged_only_with_it()
    {
        var paid = LabelProcess.Decide(LabelOrders.In(LabelState.Unpaid), new LabelEvent.Pay()).ShouldBeOfType<Decision.Next>();
        paid.Effects[0].ShouldBe(new Effect.Reserve("label/1", new Money(18_41, Currency.Usd), new LabelEvent.TooLittle()));
        paid.Effects[1].ShouldBeOfType<Effect.Later>().Job.Key.ShouldBe($"{LabelOrders.Id}:1");

        var bought = LabelProcess.Decide(paid.State, Events["Bought"]).ShouldBeOfType<Decision.Next>();
        bought.Effects[0].ShouldBe(new Effect.Capture("label/1"));
        bought.State.Label.ShouldBe(LabelOrders.Label);
    }

    [Theory, Covers("shipping:E13", "shipping:F04")]
    [InlineData(LabelState.Buying, "being bought")]
    [InlineData(LabelState.Unresolved, "being bought")]
    [InlineData(LabelState.Bought, "already paid")]
    [InlineData(LabelState.Delivered, "already paid")]
    public void paying_again_does_nothing_and_says_why(LabelState state, string why) =>
        LabelProcess.Decide(LabelOrders.In(state), new LabelEvent.Pay()).ShouldBeOfType<Decision.Ignored>().Reason.ShouldContain(why);

    [Theory, Covers("shipping:B06")]
    [InlineData(LabelState.Cancelled)]
    [InlineData(LabelState.Expired)]
    public void an_order_that_was_left_or_ran_out_cannot_be_paid(LabelState state) =>
        LabelProcess.Decide(LabelOrders.In(state), new LabelEvent.Pay()).ShouldBeOfType<Decision.Ignored>().Reason.ShouldContain("no longer active");

    [Fact]
    public void a_second_attempt_after_a_refusal_has_a_hold_and_a_purchase_of_its_own()
    {
        var refused = LabelProcess.Decide(LabelOrders.In(LabelState.Buying), Events["RefusedFunds"]).ShouldBeOfType<Decision.Next>();
        refused.Effects[0].ShouldBe(new Effect.Release("label/1"));

        var again = LabelProcess.Decide(refused.State, new LabelEvent.Pay()).ShouldBeOfType<Decision.Next>();
        again.Effects[0].ShouldBeOfType<Effect.Reserve>().Name.ShouldBe("label/2");
        again.Effects[1].ShouldBeOfType<Effect.Later>().Job.Key.ShouldBe($"{LabelOrders.Id}:2");
    }

    [Theory]
    [InlineData("RefusedShipment", "Choose another rate")]
    [InlineData("RefusedFunds", "Get new rates")]
    public void a_refusal_that_comes_when_the_time_is_up_ends_the_order_as_expired_and_leads_to_new_rates(string refusal, string way)
    {
        var late = LabelProcess.Decide(LabelOrders.In(LabelState.Buying), Events["TimeIsUp"]).ShouldBeOfType<Decision.Next>();

        var refused = LabelProcess.Decide(late.State, Events[refusal]).ShouldBeOfType<Decision.Next>();

        refused.State.State.ShouldBe(LabelState.Expired, "Its job for the expiry has run already: unpaid it would wait for ever.");
        refused.Effects[0].ShouldBe(new Effect.Release("label/1"));
        refused.Effects.OfType<Effect.Tell>().Single().View.Rows[0].Single().Label.Plain(Language.En).ShouldContain(way);
    }

    [Fact]
    public void a_purchase_that_was_not_made_after_all_and_whose_time_is_up_is_expired()
    {
        var late = LabelProcess.Decide(LabelOrders.In(LabelState.Unresolved), Events["TimeIsUp"]).ShouldBeOfType<Decision.Next>();

        LabelProcess.Decide(late.State, Events["NotBought"]).ShouldBeOfType<Decision.Next>().State.State.ShouldBe(LabelState.Expired);
    }

    [Fact, Covers("shipping:E15")]
    public void an_empty_account_at_the_carrier_is_the_owner_s_business_and_not_shown_to_the_customer()
    {
        var effects = LabelProcess.Decide(LabelOrders.In(LabelState.Buying), Events["RefusedFunds"]).ShouldBeOfType<Decision.Next>().Effects;

        effects.OfType<Effect.Tell>().ShouldHaveSingleItem().View.Body.Plain(Language.En).ShouldNotContain("wallet");
        effects.OfType<Effect.Alert>().ShouldHaveSingleItem().Text.Plain(Language.En).ShouldContain("wallet");
    }
}
