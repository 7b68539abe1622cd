using FsCheck;
using FsCheck.Fluent;
using Lavka.Commerce;
using Lavka.Kit;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Commerce;

public sealed class MoneyTests
{
    [Theory, Covers("shipping:D02")]
    [InlineData("25", 25_00)]
    [InlineData("25.50", 25_50)]
    [InlineData("25,5", 25_50)]
    [InlineData("$25", 25_00)]
    [InlineData(" 25 USD ", 25_00)]
    [InlineData("25usd", 25_00)]
    [InlineData("0", 0)]
    [InlineData("007", 7_00)]
    [InlineData("1 000", 1_000_00)]
    [InlineData("10000.01", 10_000_01)]
    public void an_amount_is_read_as_people_write_it(string typed, long cents) =>
        TypedMoney.Of(typed, Currency.Usd).ShouldBe(new TypedMoney.Read(new Money(cents, Currency.Usd)));

    [Theory, Covers("shipping:D02")]
    [InlineData("abc")]
    [InlineData("1e5")]
    [InlineData("NaN")]
    [InlineData("-5")]
    [InlineData("+5")]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("25.")]
    [InlineData(".5")]
    [InlineData("1,000.50")]
    [InlineData("1 00")]
    [InlineData("25 KZT")]
    [InlineData("٢٥")]
    [InlineData("∞")]
    public void what_is_no_amount_is_refused(string typed) => TypedMoney.Of(typed, Currency.Usd).ShouldBe(new TypedMoney.NotAnAmount());

    [Theory, Covers("shipping:D02")]
    [InlineData("9.99", false)]
    [InlineData("10", true)]
    [InlineData("10000", true)]
    [InlineData("10000.01", false)]
    public void a_top_up_keeps_its_limits(string typed, bool allowed) =>
        AmountLimits.TopUp.Allow(TypedMoney.Of(typed, Currency.Usd).ShouldBeOfType<TypedMoney.Read>().Money).ShouldBe(allowed);

    [Fact, Covers("shipping:D02")]
    public void an_amount_finer_than_the_currency_or_absurdly_large_is_refused()
    {
        TypedMoney.Of("25.555", Currency.Usd).ShouldBe(new TypedMoney.TooFine(2));
        TypedMoney.Of("25.5", Currency.Xtr).ShouldBe(new TypedMoney.TooFine(0));
        TypedMoney.Of(new string('9', 30), Currency.Usd).ShouldBe(new TypedMoney.TooLarge());
    }

    [Fact]
    public void any_typed_text_is_read_or_refused_and_never_throws() =>
        Prop.ForAll((NonNull<string> typed) => TypedMoney.Of(typed.Get, Currency.Usd) is not null).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("24.585", 24_58)]
    [InlineData("24.595", 24_60)]
    [InlineData("24.5850001", 24_59)]
    [InlineData("-24.585", -24_58)]
    public void an_exact_half_goes_to_the_even_cent(string amount, long cents) =>
        Money.Round(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), Currency.Usd).Minor.ShouldBe(cents);

    [Fact]
    public void a_discount_is_counted_as_the_examples_of_the_specification()
    {
        var price = new Money(18_41, Currency.Usd);
        (price - price.Percent(10)).Minor.ShouldBe(16_57);
        var other = new Money(15_00, Currency.Usd);
        (other - other.Percent(70)).Minor.ShouldBe(4_50);
    }

    [Fact]
    public void currencies_do_not_mix_and_nothing_overflows()
    {
        Should.Throw<InvalidOperationException>(() => new Money(1, Currency.Usd) + new Money(1, Currency.Kzt));
        Should.Throw<InvalidOperationException>(() => new Money(1, Currency.Usd) < new Money(1, Currency.Kzt));
        Should.Throw<OverflowException>(() => new Money(long.MaxValue, Currency.Usd) + new Money(1, Currency.Usd));
        Should.Throw<OverflowException>(() => -new Money(long.MinValue, Currency.Usd));
    }

    [Theory]
    [InlineData(1_234_50, "USD", "$1,234.50", "$1\u00A0234.50")]
    [InlineData(-5, "USD", "-$0.05", "-$0.05")]
    [InlineData(12_500_00, "KZT", "12,500.00\u00A0₸", "12\u00A0500.00\u00A0₸")]
    [InlineData(250, "XTR", "250\u00A0⭐", "250\u00A0⭐")]
    public void money_is_shown_in_the_customers_way(long minor, string currency, string en, string ru)
    {
        var money = new Money(minor, Currency.Of(currency));
        money.Shown(Language.En).ShouldBe(en);
        money.Shown(Language.Ru).ShouldBe(ru);
    }

    [Fact]
    public void what_is_shown_in_dollars_can_be_typed_back() =>
        Prop.ForAll(Gen.Choose(0, 99_999_999).ToArbitrary(), cents =>
            TypedMoney.Of(new Money(cents, Currency.Usd).Shown(Language.Ru), Currency.Usd) == new TypedMoney.Read(new Money(cents, Currency.Usd))).QuickCheckThrowOnFailure();
}
