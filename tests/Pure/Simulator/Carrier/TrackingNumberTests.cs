using Lavka.Simulator.Carrier.Labels;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Simulator.Carrier;

public sealed class TrackingNumberTests
{
    [Theory]
    [InlineData("stamps_com", "9400111899", 22)]
    [InlineData("ups", "1Z51M00003", 18)]
    [InlineData("fedex_walleted", "", 12)]
    [InlineData("globalpost", "LZ", 13)]
    public void Each_carrier_has_its_own_form_and_no_number_comes_twice(string carrier, string prefix, int length)
    {
        var numbers = Enumerable.Range(0, 500).Select(step => TrackingNumber.Of(carrier, 1_790_000_000_000 + step)).ToList();
        numbers.ShouldAllBe(number => number.StartsWith(prefix, StringComparison.Ordinal) && number.Length == length);
        numbers.Distinct(StringComparer.Ordinal).Count().ShouldBe(500);
    }

    [Fact]
    public void The_check_digit_of_ups_is_right() => TrackingNumber.Of("ups", 0).ShouldSatisfyAllConditions(
        number => number.ShouldStartWith("1Z51M000030000000"),
        number => Checked(number[2..^1]).ShouldBe(number[^1] - '0'));

    private static int Checked(string body)
    {
        var sum = 0;
        for (var place = 0; place < body.Length; place++)
        {
            var value = char.IsDigit(body[place]) ? body[place] - '0' : "2345678901234567890123456789"[body[place] - 'A'] - '0';
            sum += place % 2 == 1 ? 2 * value : value;
        }
        return (10 - sum % 10) % 10;
    }
}
