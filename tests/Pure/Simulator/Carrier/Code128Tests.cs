using Lavka.Simulator.Carrier.Paper;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Simulator.Carrier;

public sealed class Code128Tests
{
    [Fact]
    public void The_check_symbol_is_that_of_the_known_example() =>
        Code128.Symbols("Wikipedia").ShouldBe([104, 55, 73, 75, 73, 80, 69, 68, 73, 65, 88, 106]);

    [Fact]
    public void Digits_are_packed_in_pairs_and_an_odd_one_goes_apart()
    {
        Code128.Symbols("12345").SkipLast(2).ShouldBe([105, 12, 34, 100, 21]);
        Code128.Symbols("1Z1234").SkipLast(2).ShouldBe([104, 17, 58, 99, 12, 34]);
    }

    [Fact]
    public void Every_symbol_is_eleven_modules_wide_and_the_stop_thirteen()
    {
        var letters = string.Concat(Enumerable.Range(' ', 95).Select(code => (char)code));
        Code128.Encode(letters).Sum().ShouldBe((Code128.Symbols(letters).Count - 1) * 11 + 13);
    }

    [Fact]
    public void What_it_cannot_hold_is_refused() => Should.Throw<ArgumentException>(() => Code128.Symbols("Я"));
}
