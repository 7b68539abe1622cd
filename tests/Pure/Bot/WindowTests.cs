using FsCheck;
using FsCheck.Fluent;
using Lavka.Bot;
using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Bot;

public sealed class WindowTests
{
    private const int Most = 20;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly FakeClock _clock = new();

    [Fact]
    public void when_it_is_full_it_says_how_long_and_then_there_is_room_for_exactly_one()
    {
        var window = new Window(Most, Minute, _clock);
        window.Add(1);
        _clock.Advance(TimeSpan.FromSeconds(10));
        window.Add(Most - 1);
        window.Wait.ShouldBe(TimeSpan.FromSeconds(50));

        _clock.Advance(TimeSpan.FromSeconds(50));

        window.Wait.ShouldBe(TimeSpan.Zero);
        window.Add(1);
        window.Wait.ShouldBe(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void what_is_sent_beyond_it_counts_and_the_wait_begins_with_the_last_of_them()
    {
        var window = new Window(Most, Minute, _clock);
        window.Add(Most);
        _clock.Advance(TimeSpan.FromSeconds(30));

        window.Add(Most + 5);

        window.Wait.ShouldBe(Minute);
        _clock.Advance(Minute);
        window.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void whatever_the_pauses_no_stretch_of_a_minute_wherever_it_begins_sees_more() =>
        Prop.ForAll(Gen.Choose(0, 20_000).ListOf().Resize(100).ToArbitrary(), pauses =>
        {
            var clock = new FakeClock();
            var (window, sent) = (new Window(Most, Minute, clock), new List<DateTimeOffset>());
            foreach (var pause in pauses)
            {
                clock.Advance(TimeSpan.FromMilliseconds(pause));
                for (var wish = 0; wish < 7 && window.Wait == TimeSpan.Zero; wish++)
                {
                    window.Add(1);
                    sent.Add(clock.GetUtcNow());
                }
            }
            sent.ShouldAllBe(begin => sent.Count(at => at >= begin && at < begin + Minute) <= Most);
        }).QuickCheckThrowOnFailure();
}
