using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Stored.Bot;

/// <summary>A form that reminds after an hour and ends after a day, counted from the last thing that the person did.</summary>
public sealed class TimerTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact, Covers("shipping:H09")]
    public async Task left_alone_for_an_hour_he_is_reminded_once_and_after_a_day_it_ends_with_a_word_and_a_way_on()
    {
        await using var floor = await TinyShop.Open();
        var anna = await Begun(floor);
        await anna.Writes("one");

        await Pass(floor, Hour - TimeSpan.FromMilliseconds(1));
        anna.Seen.ShouldNotContain("You have not finished");
        await Pass(floor, TimeSpan.FromMilliseconds(1));
        anna.Sees("You have not finished", "Second?", "[⏭️ Skip]");
        var reminded = anna.Chat.Count;
        for (var hour = 2; hour < 24; hour++) await Pass(floor, Hour);
        anna.Chat.Count.ShouldBe(reminded, "Once.");
        await Pass(floor, Hour);

        anna.Sees("Time is up", "Menu", "[To form]");
        anna.Buttons.Select(button => button.Under.Id).Distinct().ShouldHaveSingleItem();
        (await floor.State()).Dialog.ShouldBeNull();
        (await floor.State()).Quiet.ShouldBeNull();
        await anna.Writes("two");
        anna.Sees("I did not understand");
    }

    [Fact]
    public async Task whatever_he_does_moves_the_deadline_and_there_is_never_more_than_one_timer_on_its_way()
    {
        await using var floor = await TinyShop.Open();
        var anna = await Begun(floor);

        for (var day = 0; day < 30; day++)
        {
            await Pass(floor, TimeSpan.FromHours(23));
            await anna.Does(new Talk.Happening.Sent("sticker", null, null));
            (await floor.Count("jobs where kind = 'dialog.timer' and done_at is null")).ShouldBe(1);
        }

        anna.Sees("First?");
        anna.Chat.Count(shown => shown.Message.Html.Contains("You have not finished", StringComparison.Ordinal)).ShouldBe(1);
        (await floor.Count("jobs where kind = 'dialog.timer'")).ShouldBeLessThan(40, "It is set again when it fires, not at every answer.");
        await Pass(floor, TimeSpan.FromHours(24));
        anna.Sees("Time is up");
    }

    [Fact, Covers("shipping:H09")]
    public async Task a_restart_in_between_forgets_no_deadline()
    {
        await using var floor = await TinyShop.Open();
        var anna = await Begun(floor);

        await floor.Restart();
        await Pass(floor, Hour);
        anna.Sees("You have not finished");
        await floor.Restart();
        floor.Temp.Clock.Advance(TimeSpan.FromHours(23));
        await floor.Restart();
        await floor.WorkAndDeliver();

        anna.Sees("Time is up", "Menu");
    }

    [Fact]
    public async Task a_timer_that_finds_its_form_finished_or_another_one_open_does_nothing()
    {
        await using var floor = await TinyShop.Open();
        var anna = await Begun(floor);
        await anna.Writes("one");
        await anna.Taps("Skip");
        await anna.Writes("/start");
        await Pass(floor, Hour - TimeSpan.FromMinutes(1));
        await anna.Taps("To slow");
        var seen = anna.All;

        await Pass(floor, TimeSpan.FromMinutes(2));

        anna.All.ShouldBe(seen);
        (await floor.Count("jobs where kind = 'dialog.timer' and state = 'Done'")).ShouldBe(1);
        (await floor.Count("dead_letters")).ShouldBe(0);
    }

    [Fact, Covers("faults:F15", "shipping:H09")]
    public async Task a_clock_that_is_set_forward_and_back_gives_one_reminder_and_one_end()
    {
        await using var floor = await TinyShop.Open();
        var anna = await Begun(floor);
        floor.Temp.Clock.Set(Hour);
        await floor.WorkAndDeliver();
        anna.Sees("You have not finished");
        floor.Temp.Clock.Set(-Hour);
        await Pass(floor, TimeSpan.FromHours(23));
        anna.Sees("First?");

        floor.Temp.Clock.Set(Hour);
        await floor.WorkAndDeliver();
        floor.Temp.Clock.Set(-Hour);
        await Pass(floor, TimeSpan.FromHours(2));

        anna.Chat.Count(shown => shown.Message.Html.Contains("You have not finished", StringComparison.Ordinal)).ShouldBe(1);
        anna.Chat.Count(shown => shown.Message.Html.Contains("Time is up", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact, Covers("faults:F15")]
    public async Task a_clock_that_was_years_ahead_when_the_form_began_does_not_let_it_live_for_years()
    {
        await using var floor = await TinyShop.Open();
        floor.Temp.Clock.Set(TimeSpan.FromDays(1000));
        var anna = await Begun(floor);
        floor.Temp.Clock.Set(TimeSpan.FromDays(-1000));

        await anna.Writes("one");
        await Pass(floor, Hour);
        anna.Sees("You have not finished");
        await Pass(floor, TimeSpan.FromHours(23));

        anna.Sees("Time is up");
    }

    [Fact, Covers("faults:F15")]
    public async Task a_clock_that_was_years_ahead_for_one_answer_does_not_let_the_form_live_for_years()
    {
        await using var floor = await TinyShop.Open();
        var anna = await Begun(floor);
        floor.Temp.Clock.Set(TimeSpan.FromDays(1000));
        await anna.Writes("one");
        floor.Temp.Clock.Set(TimeSpan.FromDays(-1000));

        // The timer of the beginning rings, and finds an answer from the future.
        await Pass(floor, Hour);
        await Pass(floor, Hour);
        anna.Sees("You have not finished");
        await Pass(floor, TimeSpan.FromHours(23));

        anna.Sees("Time is up");
    }

    private static async Task<Guest<TinyDesk>> Begun(BotFloor<TinyDesk> floor) => await (await floor.Guest().Writes("/start")).Taps("To slow");

    private static async Task Pass(BotFloor<TinyDesk> floor, TimeSpan time)
    {
        floor.Temp.Clock.Advance(time);
        await floor.WorkAndDeliver();
    }
}
