using Lavka.Commerce;
using Lavka.Kit;
using Lavka.Shops.Shipping;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Shops.Shipping;

public sealed class TopUpDialogTests
{
    private static readonly OrderId Order = OrderId.New();

    [Theory, Covers("shipping:D02")]
    [InlineData("10", 10_00)]
    [InlineData("10000", 10_000_00)]
    [InlineData("10 000", 10_000_00)]
    [InlineData("25,5", 25_50)]
    [InlineData("25.50", 25_50)]
    [InlineData("$25", 25_00)]
    [InlineData("25 USD", 25_00)]
    public void an_amount_within_the_limits_is_taken(string typed, long cents) =>
        Open().Say(typed).Returned(new TopUpWish(new Money(cents, Currency.Usd), null));

    [Theory, Covers("shipping:D02")]
    [InlineData("9.99", "The minimum is $10.00")]
    [InlineData("0", "The minimum is $10.00")]
    [InlineData("10000.01", "The maximum is $10,000.00")]
    [InlineData("99999999999999999999", "The maximum is $10,000.00")]
    [InlineData("abc", "Please enter a number, e.g. 10 or 25.50")]
    [InlineData("1e5", "Please enter a number, e.g. 10 or 25.50")]
    [InlineData("-25", "Please enter a number, e.g. 10 or 25.50")]
    [InlineData("25.555", "Please enter a number, e.g. 10 or 25.50")]
    [InlineData("€25", "Please enter a number, e.g. 10 or 25.50")]
    public void any_other_amount_is_told_why_and_asked_for_again(string typed, string hint)
    {
        var chat = Open();
        var state = chat.Json;
        chat.Say(typed).Shows(hint, "At least $10.00, at most $10,000.00").Json.ShouldBe(state);
    }

    [Fact]
    public void the_limits_are_those_of_the_shop() =>
        Open(limits: new AmountLimits(new Money(5_00, Currency.Usd), new Money(50_00, Currency.Usd)))
            .Shows("At least $5.00, at most $50.00").Say("50.01").Shows("The maximum is $50.00").Say("5").Returned(new TopUpWish(new Money(5_00, Currency.Usd), null));

    [Fact]
    public void for_an_order_it_says_what_is_missing_and_leads_back_to_it() =>
        Open(new Money(3_41, Currency.Usd)).Shows("Your order needs $3.41 more.").Say("10").Returned(new TopUpWish(new Money(10_00, Currency.Usd), Order));

    [Fact]
    public void nothing_is_said_of_a_shortage_that_is_gone() => Open(new Money(-1, Currency.Usd)).DoesNotShow("Your order needs");

    private static TestChat Open(Money? shortage = null, AmountLimits? limits = null) => TestChat.With(
        () => new TopUpDialog(limits ?? AmountLimits.TopUp, (order, _) => Task.FromResult(order == Order ? shortage!.Value : throw new InvalidOperationException())),
        shortage is null ? null : new Dictionary<string, string?> { [TopUpDialog.ForOrder] = Order.Value });
}
