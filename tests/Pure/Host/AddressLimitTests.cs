using System.Net;
using Lavka.Host;
using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Host;

public sealed class AddressLimitTests
{
    private const string Provider = "203.0.113.7";

    private readonly FakeClock _clock = new();
    private readonly AddressLimit _limit;

    public AddressLimitTests() => _limit = new AddressLimit(3, TimeSpan.FromSeconds(60), _clock);

    [Fact, Covers("vpn:S-09")]
    public void so_many_calls_are_taken_and_the_next_one_is_told_how_long_to_wait()
    {
        foreach (var second in new[] { 0, 10, 10 })
        {
            _clock.Advance(TimeSpan.FromSeconds(second));
            Calls(Provider).ShouldBeNull();
        }

        Calls(Provider).ShouldBe(TimeSpan.FromSeconds(40));
    }

    [Fact, Covers("vpn:S-09")]
    public void the_window_slides_and_what_was_turned_away_does_not_count()
    {
        Calls(Provider).ShouldBeNull();
        _clock.Advance(TimeSpan.FromSeconds(50));
        foreach (var _ in new[] { 2, 3 }) Calls(Provider).ShouldBeNull();
        for (var call = 0; call < 100; call++) Calls(Provider).ShouldNotBeNull();

        _clock.Advance(TimeSpan.FromSeconds(9.999));
        Calls(Provider).ShouldBe(TimeSpan.FromSeconds(0.001));
        _clock.Advance(TimeSpan.FromSeconds(0.001));
        Calls(Provider).ShouldBeNull();
        Calls(Provider).ShouldBe(TimeSpan.FromSeconds(50));
    }

    [Fact, Covers("vpn:S-09")]
    public void another_address_is_not_affected()
    {
        foreach (var _ in new[] { 1, 2, 3, 4 }) Calls(Provider);

        Calls("203.0.113.8").ShouldBeNull();
        Calls(Provider).ShouldNotBeNull();
    }

    [Theory]
    [InlineData(Provider, "::ffff:203.0.113.7", true)]
    [InlineData("2001:db8:0:1::1", "2001:db8:0:1:ffff::2", true)]
    [InlineData("2001:db8:0:1::1", "2001:db8:0:2::1", false)]
    [InlineData(null, null, true)]
    [InlineData(null, Provider, false)]
    public void who_can_choose_among_addresses_is_one(string? address, string? another, bool isOne)
    {
        foreach (var _ in new[] { 1, 2, 3 }) Calls(address).ShouldBeNull();

        (Calls(another) is not null).ShouldBe(isOne);
    }

    [Fact]
    public void in_no_window_are_more_calls_taken_than_may_be_whenever_they_come()
    {
        var (chance, taken) = (new Random(7), new List<DateTimeOffset>());
        for (var call = 0; call < 5000; call++)
        {
            _clock.Advance(TimeSpan.FromSeconds(chance.Next(0, 30)));
            // The turns that forget who is silent must not forget who is not.
            if (chance.Next(20) == 0) _clock.Advance(TimeSpan.FromSeconds(chance.Next(0, 130)));
            if (Calls(Provider) is null) taken.Add(_clock.GetUtcNow());
        }

        taken.Count.ShouldBeGreaterThan(500);
        taken.Zip(taken.Skip(3), (first, fourth) => fourth - first).Min().ShouldBe(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public void a_clock_on_the_wall_that_is_set_changes_nothing()
    {
        foreach (var _ in new[] { 1, 2, 3 }) Calls(Provider);

        _clock.Set(TimeSpan.FromHours(-2));
        Calls(Provider).ShouldBe(TimeSpan.FromSeconds(60));
        _clock.Set(TimeSpan.FromHours(4));
        Calls(Provider).ShouldBe(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public void when_half_the_world_calls_those_are_forgotten_who_were_silent_for_longest()
    {
        foreach (var address in new[] { "192.0.2.1", Provider })
            foreach (var _ in new[] { 1, 2, 3 }) Calls(address);

        for (var stranger = 0; stranger < 3 * AddressLimit.MostAddresses; stranger++)
        {
            Calls(FormattableString.Invariant($"10.0.{stranger / 250}.{stranger % 250}")).ShouldBeNull();
            Calls(Provider).ShouldNotBeNull();
        }

        Calls("192.0.2.1").ShouldBeNull();
    }

    private TimeSpan? Calls(string? address) => _limit.Wait(address is null ? null : IPAddress.Parse(address));
}
