using FsCheck;
using FsCheck.Fluent;
using Lavka.Commerce;
using Lavka.Kit;
using Lavka.Shops.Shipping;
using Shouldly;
using Xunit;
using Decision = Lavka.Commerce.Decision<Lavka.Shops.Shipping.LabelOrder, Lavka.Shops.Shipping.LabelEvent>;
using Effect = Lavka.Commerce.Effect<Lavka.Shops.Shipping.LabelEvent>;

namespace Lavka.Pure.Shops.Shipping;

public sealed class LabelProcessProperties
{
    /// <summary>Whatever can reach an order from outside, in any order; the customer has enough money or not.</summary>
    private static readonly Gen<(LabelEvent, bool)> Events = from happened in Gen.Frequency(
            (4, Gen.Constant<LabelEvent>(new LabelEvent.Pay())),
            (2, Gen.Constant<LabelEvent>(new LabelEvent.LabelBought(LabelOrders.Label))),
            (3, from fault in Gen.Elements(Enum.GetValues<LabelFault>()) select (LabelEvent)new LabelEvent.LabelRefused(fault, "no")),
            (1, Gen.Constant<LabelEvent>(new LabelEvent.OutcomeUnknown())),
            (1, Gen.Constant<LabelEvent>(new LabelEvent.NotBought())),
            (1, Gen.Constant<LabelEvent>(new LabelEvent.PdfStored("f1"))),
            (1, Gen.Constant<LabelEvent>(new LabelEvent.PdfMissing())),
            (1, Gen.Constant<LabelEvent>(new LabelEvent.Cancel())),
            (1, Gen.Constant<LabelEvent>(new LabelEvent.TimeIsUp())))
        from hasEnough in Gen.Frequency((3, Gen.Constant(true)), (1, Gen.Constant(false)))
        select (happened, hasEnough);

    [Fact, Covers("shipping:E12", "shipping:E13")]
    public void in_no_sequence_of_events_is_a_hold_closed_twice_a_label_bought_unpaid_or_the_customer_charged_twice() =>
        Prop.ForAll(Events.ListOf().Resize(40).ToArbitrary(), events =>
        {
            var books = new Books();
            foreach (var (happened, hasEnough) in events) books.Hear(happened, hasEnough);
        }).QuickCheckThrowOnFailure();

    /// <summary>Carries effects out as the desk does, and looks after each event whether the money is where it must be.</summary>
    private sealed class Books
    {
        private readonly Dictionary<string, HoldState> _holds = [];
        private readonly HashSet<string> _purchases = [];
        private LabelOrder _order = LabelOrders.In(LabelState.Unpaid);

        public void Hear(LabelEvent happened, bool hasEnough)
        {
            if (LabelProcess.Decide(_order, happened) is not Decision.Next next) return;
            while (Carry(next.Effects, hasEnough) is { } shortage) next = LabelProcess.Decide(next.State, shortage).ShouldBeOfType<Decision.Next>();
            _order = next.State;
            Check();
        }

        private LabelEvent? Carry(IReadOnlyList<Effect> effects, bool hasEnough)
        {
            foreach (var effect in effects)
            {
                switch (effect)
                {
                    case Effect.Reserve reserve when !hasEnough:
                        return reserve.IfShort;
                    case Effect.Reserve reserve:
                        _holds.TryAdd(reserve.Name, HoldState.Held).ShouldBeTrue("A second attempt has a hold of its own.");
                        break;
                    case Effect.Capture capture:
                        Close(capture.Name, HoldState.Captured);
                        break;
                    case Effect.Release release:
                        Close(release.Name, HoldState.Released);
                        break;
                    case Effect.Later { Job: { Job: LabelPurchase.Kind } purchase }:
                        _purchases.Add(purchase.Key).ShouldBeTrue("An attempt buys once.");
                        _holds.Values.Count(state => state is HoldState.Held).ShouldBe(1, "Nothing is bought before its money is set aside.");
                        break;
                }
            }
            return null;
        }

        private void Close(string hold, HoldState state)
        {
            _holds[hold].ShouldBe(HoldState.Held);
            _holds[hold] = state;
        }

        private void Check()
        {
            _holds.Values.Count(state => state is HoldState.Captured).ShouldBe(_order.State is LabelState.Bought or LabelState.Delivered ? 1 : 0);
            _holds.Values.Count(state => state is HoldState.Held).ShouldBe(_order.State is LabelState.Buying or LabelState.Unresolved ? 1 : 0);
            (_order.Label is not null).ShouldBe(_order.State is LabelState.Bought or LabelState.Delivered);
            _purchases.Count.ShouldBe(_holds.Count);
        }
    }
}
