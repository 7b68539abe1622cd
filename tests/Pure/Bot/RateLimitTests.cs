using Lavka.Bot;
using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Bot;

public sealed class RateLimitTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private readonly RateLimit _limit = new();
    private Tempo? _tempo;

    [Fact, Covers("vpn:S-05")]
    public void twenty_within_a_minute_are_accepted_and_the_next_one_bans()
    {
        for (var update = 0; update < 20; update++) At(update * 2.9).ShouldBe(Ruling.Accepted);

        At(59.9).ShouldBe(Ruling.Bans);
    }

    [Fact, Covers("vpn:S-05")]
    public void the_window_slides_so_what_is_older_than_a_minute_leaves_room_for_as_many()
    {
        for (var update = 0; update < 10; update++) At(0).ShouldBe(Ruling.Accepted);
        for (var update = 0; update < 10; update++) At(30).ShouldBe(Ruling.Accepted);
        for (var update = 0; update < 10; update++) At(60).ShouldBe(Ruling.Accepted);

        At(89.999).ShouldBe(Ruling.Bans);
    }

    [Fact, Covers("vpn:S-06")]
    public void a_ban_lasts_its_time_whatever_comes_meanwhile_and_then_everything_is_counted_anew()
    {
        for (var update = 0; update < 20; update++) At(0);
        At(1).ShouldBe(Ruling.Bans);
        for (var second = 1; second <= 300; second++) At(second).ShouldBe(Ruling.Rejected);
        At(300.999).ShouldBe(Ruling.Rejected);

        for (var update = 0; update < 20; update++) At(301).ShouldBe(Ruling.Accepted);
        At(301).ShouldBe(Ruling.Bans);
    }

    [Fact, Covers("vpn:S-09")]
    public void what_may_not_be_held_back_is_counted_and_goes_through_a_ban()
    {
        for (var payment = 0; payment < 25; payment++) At(0, mayReject: false).ShouldBe(Ruling.Accepted);
        At(0).ShouldBe(Ruling.Bans);

        At(1, mayReject: false).ShouldBe(Ruling.Accepted);
        At(1).ShouldBe(Ruling.Rejected);
        At(300).ShouldBe(Ruling.Accepted);
    }

    [Fact]
    public void whoever_is_slow_is_kept_as_one_time()
    {
        for (var minute = 0; minute < 5; minute++) At(minute * 60).ShouldBe(Ruling.Accepted);

        _tempo.ShouldBe(new Tempo(Noon.AddMinutes(4).ToUnixTimeMilliseconds()));
    }

    [Fact]
    public void a_clock_that_is_set_back_by_hours_keeps_nobody_waiting()
    {
        for (var update = 0; update < 15; update++) At(0);
        for (var update = 0; update < 5; update++) At(-7200 + update).ShouldBe(Ruling.Accepted);
        At(-7190).ShouldBe(Ruling.Bans);

        At(-20000).ShouldBe(Ruling.Accepted);
    }

    private Ruling At(double second, bool mayReject = true)
    {
        (var ruling, _tempo) = _limit.Judge(_tempo, Noon.AddSeconds(second), mayReject);
        return ruling;
    }
}
