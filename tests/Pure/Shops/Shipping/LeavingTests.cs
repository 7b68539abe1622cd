using Lavka.Commerce;
using Lavka.Kit;
using Lavka.Shops.Shipping;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Shops.Shipping;

/// <summary>Cancel, and the way back, at every place where a customer of this shop can be.</summary>
public sealed class LeavingTests
{
    private static readonly Text Down = new(ru: "Нет тарифов", en: "No rates");

    /// <summary>Every open question and page of the order, each with a next step that is valid there.</summary>
    private static readonly (string Place, Func<Orders, TestChat> Arrive, Action<TestChat> Next)[] OfOrder =
    [
        .. Orders.Usual.Select(usual => (usual.Key, (Func<Orders, TestChat>)(orders => orders.At(usual.Key)), (Action<TestChat>)(chat => chat.Answer(usual.Answer)))),
        ("review", orders => orders.AtReview(), chat => chat.Tap("All correct")),
        ("list of parts", orders => orders.AtReview().Tap("Edit the data"), chat => chat.Tap("Sender")),
        ("page of the sender", orders => orders.AtReview().Tap("Edit the data").Tap("Sender"), chat => chat.Tap("ZIP")),
        ("page of the recipient", orders => orders.AtReview().Tap("Edit the data").Tap("Recipient"), chat => chat.Tap("whole section")),
        ("page of the parcel", orders => orders.AtReview().Tap("Edit the data").Tap("Parcel"), chat => chat.Tap("Weight")),
        ("one edited field", orders => orders.AtReview().Tap("Edit the data").Tap("Sender").Tap("ZIP"), chat => chat.Say("94103")),
        ("one edited field, skippable", orders => orders.AtReview().Tap("Edit the data").Tap("Recipient").Tap("Phone"), chat => chat.Skip()),
        ("a whole section, its first question", orders => orders.AtReview().Tap("Edit the data").Tap("Recipient").Tap("whole section"), chat => chat.Say("Ann Lee")),
        ("a whole section, in the middle", orders => orders.AtReview().Tap("Edit the data").Tap("Recipient").Tap("whole section").Keep().Keep().Keep(), chat => chat.Say("Albany")),
        ("a step back", orders => orders.At("from/zip").Back(), chat => chat.Keep()),
        ("asking for rates", orders => orders.AtReview().Tap("All correct"), chat => chat.Work()),
        ("no answer from the carriers", orders => orders.AtReview().Tap("All correct").WorkFails("Too long"), chat => chat.Tap("Try again")),
        ("no rates", Refused, chat => chat.Tap("Back to the data")),
        ("rates", orders => orders.AtRates(), chat => chat.Tap("Ground Advantage")),
        ("rates, to be refreshed", orders => orders.AtRates(), chat => chat.Tap("Refresh rates")),
    ];

    private static readonly (string Place, Func<TestChat> Arrive, Action<TestChat> Next)[] OfTopUp =
    [
        ("amount", () => TopUp(), chat => chat.Say("25")),
        ("amount for an order", () => TopUp(order: "k7m2q9w3x4"), chat => chat.Say("25,5")),
    ];

    public static TheoryData<string> OrderPlaces => [.. OfOrder.Select(place => place.Place)];

    public static TheoryData<string> TopUpPlaces => [.. OfTopUp.Select(place => place.Place)];

    [Theory, Covers("shipping:B01", "shipping:B02")]
    [MemberData(nameof(OrderPlaces))]
    public void cancelling_the_order_and_returning_is_as_if_nothing_had_been_pressed(string place)
    {
        var (_, arrive, next) = OfOrder.Single(one => one.Place == place);
        ReturnsTo(() => arrive(new Orders()), next, "really want to cancel the order");
    }

    [Theory, Covers("shipping:B01")]
    [MemberData(nameof(TopUpPlaces))]
    public void cancelling_the_top_up_and_returning_is_as_if_nothing_had_been_pressed(string place)
    {
        var (_, arrive, next) = OfTopUp.Single(one => one.Place == place);
        ReturnsTo(arrive, next, "Stop topping up?");
    }

    [Theory]
    [MemberData(nameof(OrderPlaces))]
    public void the_order_can_be_left_from_everywhere_and_only_when_confirmed(string place)
    {
        var chat = OfOrder.Single(one => one.Place == place).Arrive(new Orders()).Cancel();
        chat.State.ShouldNotBeNull();
        chat.Tap("Yes, cancel the order").Outcome.ShouldBeOfType<Outcome.Cancelled>().Farewell.Plain(Language.En).ShouldBe("❌ The order was cancelled.");
    }

    [Fact]
    public void behind_the_review_the_data_can_be_checked_instead_of_leaving() =>
        new Orders().AtRates().Cancel().Tap("Check the data").Shows("CHECK YOUR ORDER", "John Smith").Prompt.Key.ShouldBe("review");

    private static void ReturnsTo(Func<TestChat> arrive, Action<TestChat> next, string warning)
    {
        var (straight, chat) = (arrive(), arrive());
        var (view, state) = (chat.Seen, chat.Json);
        chat.Cancel().Shows(warning).Stay();
        chat.Seen.ShouldBe(view);
        chat.Json.ShouldBe(state);

        next(straight);
        next(chat);

        chat.State?.ToJson().ShouldBe(straight.State?.ToJson());
        chat.Outcome.GetType().ShouldBe(straight.Outcome.GetType());
        if (chat.State is null) return;
        chat.Seen.ShouldBe(straight.Seen);
        chat.Prompt.Manner.ShouldBeOneOf(Manner.Next, Manner.Turn);
    }

    private static TestChat Refused(Orders orders)
    {
        orders.Refusal = Down;
        return orders.AtRates().Shows("No rates");
    }

    private static TestChat TopUp(string? order = null) => TestChat.With(
        () => new TopUpDialog(AmountLimits.TopUp, (_, _) => Task.FromResult(new Money(3_41, Currency.Usd))),
        order is null ? null : new Dictionary<string, string?> { [TopUpDialog.ForOrder] = order });
}
