using System.Text;
using Lavka.Commerce;
using Lavka.Kit;
using Lavka.Shops.Shipping;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Shops.Shipping;

public sealed class RatesTests
{
    private const int MostBytes = 64;

    private readonly Orders _orders = new();

    [Fact]
    public void rates_are_shown_by_carrier_with_days_date_and_price()
    {
        _orders.AtRates().Shows(
            "🦅 <b>USPS</b>", "• Ground Advantage, 3 days (05.03) — $18.41", "⚡ <b>FedEx</b>", "• 2Day, 3 days (05.03) — $31.00", "[🛡 UPS Ground — $19.99]");
    }

    [Fact]
    public void the_chosen_rate_comes_with_the_price_that_was_shown()
    {
        var chosen = _orders.AtRates().Tap("UPS Ground").Outcome.ShouldBeOfType<Outcome.Done>().Result.ShouldBeOfType<ChosenRate>();

        chosen.Rate.ShouldBe(_orders.Rates[2]);
        chosen.PriceCents.ShouldBe(19_99);
        chosen.Shipment.ShouldBe(_orders.Quoted[0]);
    }

    [Fact, Covers("shipping:E19")]
    public void the_price_is_the_same_after_five_refreshes()
    {
        var chat = _orders.AtRates();
        var first = chat.Seen;
        for (var refresh = 1; refresh <= 5; refresh++) chat.Tap("Refresh rates").Work().Seen.ShouldBe(first);
    }

    [Fact, Covers("shipping:E05")]
    public void a_refresh_asks_the_carriers_anew_and_shows_what_they_say_now_in_the_same_message()
    {
        var chat = _orders.AtReview().Tap("All correct");
        var key = chat.Pending.Key;
        chat.Work();
        _orders.Rates = [Orders.Rate("r-7", Carrier.Usps, "Ground Advantage", 9_00)];

        chat.Tap("Refresh rates").Pending.Key.ShouldNotBe(key, "Under the same key the earlier answer would count.");

        chat.Prompt.Manner.ShouldBe(Manner.Turn);
        chat.Work().Shows("$19.00").DoesNotShow("$18.41");
        chat.Prompt.Manner.ShouldBe(Manner.Turn);
        _orders.Quoted.Count.ShouldBe(2);
    }

    [Fact]
    public void a_rate_that_is_gone_after_a_refresh_cannot_be_chosen_by_its_old_button()
    {
        var chat = _orders.AtRates();
        var old = chat.Button("UPS Ground");
        _orders.Rates = [.. _orders.Rates.Take(2)];

        chat.Tap("Refresh rates").Work().Press(old).Prompt.Manner.ShouldBe(Manner.Stale);
    }

    [Fact, Covers("shipping:E10")]
    public void without_an_answer_from_the_carriers_one_can_try_again_edit_or_cancel()
    {
        var chat = _orders.AtReview().Tap("All correct").WorkFails("It took too long.");
        chat.Shows("It took too long.").Labels.ShouldBe(["🔄 Try again", "✏️ Back to the data", "❌ Cancel"]);

        chat.Tap("Try again").Work().Shows("Choose a rate");
        _orders.AtReview().Tap("All correct").WorkFails("It took too long.").Tap("Back to the data").Prompt.Key.ShouldBe("review");
    }

    [Fact, Covers("shipping:E11")]
    public void an_address_that_the_carrier_refuses_is_told_and_can_be_edited_and_quoted_anew()
    {
        _orders.Refusal = Text.Literal("No such <address>");
        var chat = _orders.AtRates().Shows("No such &lt;address&gt;").Tap("Back to the data").Tap("Edit the data").Tap("Recipient").Tap("ZIP").Say("10001");
        _orders.Refusal = null;

        chat.Tap("All correct").Work().Shows("Choose a rate");
    }

    [Fact, Covers("shipping:E23")]
    public void the_data_of_every_button_fits_however_long_the_ids_of_rates_are()
    {
        _orders.Rates = [.. Enumerable.Range(1, 15).Select(n =>
            Orders.Rate($"se-rate-{n}-" + new string('я', 100), Carrier.Ups, $"A service with quite a long name, number {n}", n * 100))];

        var data = _orders.AtRates().Message.Rows.SelectMany(row => row).Select(key => key.Data!).ToList();

        data.ShouldAllBe(press => Encoding.UTF8.GetByteCount(press) <= MostBytes);
        data.ShouldBeUnique();
        _orders.AtRates().Tap("number 15 —").Outcome.ShouldBeOfType<Outcome.Done>().Result.ShouldBeOfType<ChosenRate>().Rate.ShouldBe(_orders.Rates[14]);
    }

    [Theory, Covers("shipping:F15")]
    [InlineData(8_41, 0, 18_41)]
    [InlineData(8_41, 10, 16_57)]
    [InlineData(5_00, 70, 5_00)]
    [InlineData(5_00, 100, 5_00)]
    [InlineData(0, 100, 0)]
    [InlineData(8_41, 54.31, 8_41)]
    public void a_price_is_cost_and_mark_up_less_the_discount_and_never_below_the_cost(long cost, double percent, long price) =>
        new Pricing(new Money(10_00, Currency.Usd)).Price(new Money(cost, Currency.Usd), (decimal)percent).ShouldBe(new Money(price, Currency.Usd));

    [Fact]
    public void a_customer_with_a_discount_sees_and_chooses_the_lower_price()
    {
        var orders = new Orders { Discount = 10 };
        orders.AtRates().Shows("$16.57").DoesNotShow("$18.41").Tap("Ground Advantage").Outcome.ShouldBeOfType<Outcome.Done>()
            .Result.ShouldBeOfType<ChosenRate>().PriceCents.ShouldBe(16_57);
    }
}
