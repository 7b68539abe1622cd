using FsCheck;
using FsCheck.Fluent;
using Lavka.Bot;
using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Bot;

public sealed class PaceTests
{
    private const int PerSecond = 30;
    private const int Burst = 12;

    private readonly FakeClock _clock = new();
    private readonly Pace _pace;

    public PaceTests() => _pace = new Pace(PerSecond, Burst, _clock);

    [Fact]
    public void after_a_quiet_second_there_is_a_burst_and_no_more()
    {
        _clock.Advance(TimeSpan.FromHours(1));

        TakenAtOnce().ShouldBe(Burst);
    }

    [Fact]
    public void when_there_is_none_it_says_how_long_and_then_there_is_exactly_one()
    {
        TakenAtOnce();
        _pace.Wait.ShouldBe(TimeSpan.FromSeconds(1.0 / PerSecond), TimeSpan.FromMicroseconds(1));

        _clock.Advance(_pace.Wait + TimeSpan.FromMicroseconds(1));

        TakenAtOnce().ShouldBe(1);
    }

    [Fact]
    public void whatever_the_pauses_no_second_sees_more_than_its_share_and_the_burst() =>
        Prop.ForAll(Gen.Choose(0, 400).ListOf().Resize(60).ToArbitrary(), pauses =>
        {
            var clock = new FakeClock();
            var pace = new Pace(PerSecond, Burst, clock);
            var start = clock.GetUtcNow();
            var taken = 0;
            foreach (var pause in pauses)
            {
                clock.Advance(TimeSpan.FromMilliseconds(pause));
                while (pace.Take()) taken++;
                taken.ShouldBeLessThanOrEqualTo((int)Math.Ceiling(Burst + ((clock.GetUtcNow() - start).TotalSeconds * PerSecond)));
            }
        }).QuickCheckThrowOnFailure();

    private int TakenAtOnce()
    {
        var taken = 0;
        while (_pace.Take()) taken++;
        return taken;
    }
}
