using Lavka.Bot;
using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Bot;

public sealed class SilenceTests
{
    private readonly FakeClock _clock = new();

    [Theory, Covers("faults:F9")]
    [InlineData(30)]
    [InlineData(28)]
    public void after_a_storm_what_waits_is_sent_at_nine_tenths_of_the_allowed_rate_at_least(int allowed)
    {
        const int Messages = 3000;
        var (silence, began, tokens, filled, sent) = (new Silence(30, _clock), _clock.GetUtcNow(), (double)allowed, _clock.GetUtcNow(), 0);
        while (sent < Messages)
        {
            if (silence.Left > TimeSpan.Zero)
            {
                _clock.Advance(silence.Left);
                continue;
            }
            if (silence.Take() is { } wait)
            {
                _clock.Advance(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)));
                continue;
            }
            var now = _clock.GetUtcNow();
            (tokens, filled) = (Math.Min(allowed, tokens + ((now - filled).TotalSeconds * allowed)), now);
            if (tokens < 1) silence.Keep(TimeSpan.FromSeconds(1));
            else (tokens, sent) = (tokens - 1, sent + 1);
        }

        (Messages / (_clock.GetUtcNow() - began).TotalSeconds).ShouldBeGreaterThan(0.9 * allowed);
    }

    [Fact]
    public void calls_that_were_on_their_way_together_and_are_all_refused_make_one_silence()
    {
        var silence = new Silence(30, _clock);
        for (var call = 0; call < 64; call++) silence.Keep(TimeSpan.FromSeconds(5));

        silence.Left.ShouldBe(TimeSpan.FromSeconds(5));
        _clock.Advance(TimeSpan.FromSeconds(5));
        silence.Left.ShouldBe(TimeSpan.Zero);
        var sent = 0;
        for (var ms = 0; ms < 1000; ms++, _clock.Advance(TimeSpan.FromMilliseconds(1)))
            while (silence.Take() is null) sent++;
        sent.ShouldBeInRange(30, 33, "The pace is not slowed down sixty-four times.");
    }

    [Fact, Covers("faults:F9")]
    public void the_silence_ends_without_a_burst_however_long_it_was()
    {
        var silence = new Silence(30, _clock);
        silence.Keep(TimeSpan.FromSeconds(30));
        _clock.Advance(TimeSpan.FromSeconds(30));

        Enumerable.Range(0, 100).Count(_ => silence.Take() is null).ShouldBe(3);
    }

    [Fact]
    public void a_clock_that_is_set_makes_the_silence_neither_longer_nor_shorter()
    {
        var silence = new Silence(30, _clock);
        silence.Keep(TimeSpan.FromSeconds(5));

        _clock.Set(TimeSpan.FromHours(-1));
        silence.Left.ShouldBe(TimeSpan.FromSeconds(5));
        _clock.Advance(TimeSpan.FromSeconds(5));

        silence.Left.ShouldBe(TimeSpan.Zero);
    }
}
