using System.Globalization;
using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Stored.Bot;

/// <summary>Deadlines over the nights on which calendars are odd, on a machine whose clock is set forward and back by an hour meanwhile.</summary>
public sealed class CalendarTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Blink = TimeSpan.FromMilliseconds(1);

    [Theory, Covers("faults:F15", "shipping:H09")]
    [InlineData("2028-02-28T20:30:00Z")]
    [InlineData("2026-03-28T20:30:00Z")]
    [InlineData("2026-10-24T20:30:00Z")]
    [InlineData("2026-12-31T20:30:00Z")]
    public async Task whatever_night_it_is_and_whoever_sets_the_clock_a_form_reminds_once_and_ends_once(string evening)
    {
        await using var floor = await TinyShop.Open();
        var clock = floor.Temp.Clock;
        clock.Set(DateTimeOffset.Parse(evening, CultureInfo.InvariantCulture) - clock.GetUtcNow());
        var anna = await (await floor.Guest().Writes("/start")).Taps("To slow");
        var (random, ahead) = (new Random(7), 0);

        for (var step = 0; step < 60; step++)
        {
            clock.Advance(Hour / 2);
            var by = random.Next(-1, 2);
            if (Math.Abs(ahead + by) <= 1)
            {
                clock.Set(by * Hour);
                ahead += by;
            }
            await floor.WorkAndDeliver();
        }

        Says(anna, "You have not finished").ShouldBe(1);
        Says(anna, "Time is up").ShouldBe(1);
        (await floor.Count("jobs where done_at is null")).ShouldBe(0);
        (await floor.Count("dead_letters")).ShouldBe(0);
    }

    [Theory, Covers("faults:F15", "shipping:H09")]
    [InlineData("2028-02-28T20:30:00Z")]
    [InlineData("2026-03-28T20:30:00Z")]
    [InlineData("2026-10-24T20:30:00Z")]
    [InlineData("2026-12-31T20:30:00Z")]
    public async Task an_hour_and_a_day_are_as_long_as_ever_on_a_machine_whose_country_changes_its_clocks(string evening)
    {
        await using var floor = await TinyShop.Open();
        var clock = floor.Temp.Clock;
        clock.Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        // The hour ends in the middle of the one that is left out or comes twice.
        clock.Set(DateTimeOffset.Parse(evening, CultureInfo.InvariantCulture).AddHours(4) - clock.GetUtcNow());
        var anna = await (await floor.Guest().Writes("/start")).Taps("To slow");

        await Passes(floor, Hour - Blink);
        Says(anna, "You have not finished").ShouldBe(0);
        await Passes(floor, Blink);
        Says(anna, "You have not finished").ShouldBe(1);
        await Passes(floor, (23 * Hour) - Blink);
        Says(anna, "Time is up").ShouldBe(0);
        await Passes(floor, Blink);
        Says(anna, "Time is up").ShouldBe(1);
    }

    private static async Task Passes(BotFloor<TinyDesk> floor, TimeSpan time)
    {
        floor.Temp.Clock.Advance(time);
        await floor.WorkAndDeliver();
    }

    private static int Says(Guest<TinyDesk> anna, string part) => anna.Chat.Count(shown => shown.Message.Html.Contains(part, StringComparison.Ordinal));
}
