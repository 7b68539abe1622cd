using Lavka.Kit;
using Lavka.Pure.Talk.Samples;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Talk.Questions;

public sealed class StayQuestionTests
{
    private static readonly DateOnly From = new(2026, 12, 14);
    private static readonly DateOnly To = new(2027, 1, 10);

    /// <summary>The nights of the 24th and 25th are somebody else's.</summary>
    private static readonly DateOnly[] Christmas = [new(2026, 12, 24), new(2026, 12, 25)];

    private static TestChat Chat(int least = 1, int most = 30) =>
        Scratch<string>.Chat(async ask => await ask.Stay("stay", From, To, Christmas, least, most) is var stay ? $"{stay.Arrival:MM-dd}/{stay.Departure:MM-dd} {stay.Nights}" : "");

    [Fact]
    public void First_the_arrival_then_the_departure_in_the_same_grid()
    {
        var chat = Chat().Shows("First the day of arrival.", "✖ — taken").Tap("21").Shows("✅ Arrival: 21 December 2026. Now the day of departure.");
        chat.Prompt.Manner.ShouldBe(Manner.Turn);
        DayQuestionTests.Grid(chat).ShouldBe(
            """
            · December 2026 ▶️
            Mo Tu We Th Fr Sa Su
            · · · · · · ·
            · · · · · · ·
            · · · · · · ·
            ✅ 22 23 24 ✖ ✖ ✖
            ✖ ✖ ✖ ✖ · · ·
            """);
        chat.Tap("24").Returned("12-21/12-24 3");
    }

    [Fact]
    public void One_may_leave_on_the_day_that_another_arrives_and_arrive_on_the_day_that_another_leaves()
    {
        Chat().Tap("23").Tap("24").Returned("12-23/12-24 1");
        Chat().Tap("26").Tap("28").Returned("12-26/12-28 2");
    }

    [Fact]
    public void A_day_after_which_the_shortest_stay_does_not_fit_is_no_arrival()
    {
        var chat = Chat(least: 2);
        chat.Press(TapCode.Write("d1", "stay", new Tap.Choose("2026-12-23"))).Prompt.Note!.Plain(Language.En).ShouldBe("A night between these days is taken.");
        chat.Tap("22").Tap("24").Returned("12-22/12-24 2");
    }

    [Fact]
    public void The_first_day_can_be_changed_by_its_tick_or_by_the_button()
    {
        Chat().Tap("21").Tap("✅").Shows("First the day of arrival.").Tap("22").Tap("23").Returned("12-22/12-23 1");
        Chat().Tap("21").Tap("Another day of arrival").Shows("First the day of arrival.").Tap("22").Tap("23").Returned("12-22/12-23 1");
    }

    [Theory]
    [InlineData("2026-12-26", "A night between these days is taken.")]
    [InlineData("2026-12-20", "The day of departure comes after the day of arrival.")]
    public void A_departure_that_does_not_fit_says_why_and_nothing_moves(string option, string note)
    {
        var chat = Chat().Tap("21");
        var before = chat.Json;
        chat.Press(TapCode.Write("d1", "stay", new Tap.Choose(option))).Json.ShouldBe(before);
        chat.Prompt.Note!.Plain(Language.En).ShouldBe(note);
    }

    [Fact]
    public void The_stay_has_a_shortest_and_a_longest_length()
    {
        var chat = Chat(least: 2, most: 3).Tap("27");
        foreach (var (day, isShort) in new[] { ("2026-12-28", true), ("2026-12-31", false) })
            chat.Press(TapCode.Write("d1", "stay", new Tap.Choose(day))).Prompt.Note!.Plain(Language.En).ShouldBe("A stay of 2 to 3 nights, please.", isShort ? "too short" : "too long");
        chat.Tap("30").Returned("12-27/12-30 3");
    }

    [Fact]
    public void A_stay_may_go_over_the_end_of_a_month_and_of_a_year() => Chat().Tap("30").Tap("▶️").Shows("January 2027").Tap("2").Returned("12-30/01-02 3");

    [Theory]
    [InlineData("20.12 - 23.12", "12-20/12-23 3")]
    [InlineData("20.12.2026–23.12.2026", "12-20/12-23 3")]
    [InlineData("20-23 декабря", "12-20/12-23 3")]
    [InlineData("с 20 по 23 декабря", "12-20/12-23 3")]
    [InlineData("from 20 to 23 December", "12-20/12-23 3")]
    [InlineData("2026-12-20 - 2026-12-23", "12-20/12-23 3")]
    [InlineData("30.12 — 2.1", "12-30/01-02 3")]
    public void Both_days_may_be_written_at_once(string typed, string stay) => Chat().Say(typed).Returned(stay);

    [Fact]
    public void The_days_may_be_written_one_after_the_other() => Chat().Say("20 декабря").Shows("Arrival: 20 December").Say("23.12").Returned("12-20/12-23 3");

    [Theory]
    [InlineData("19.12", "comes after the day of arrival")]
    [InlineData("20.12", "comes after the day of arrival")]
    [InlineData("28.12", "A night between these days is taken.")]
    [InlineData("11.1", "You can choose a day from")]
    [InlineData("soon", "Choose the days or write them, e.g. 14.12.2026 – 15.12.2026.")]
    [InlineData("22.12 - 27.12", "A night between these days is taken.")]
    public void What_does_not_fit_is_hinted_at_and_the_arrival_stands(string typed, string hint)
    {
        var chat = Chat().Tap("20");
        var before = chat.Json;
        chat.Say(typed).Shows("⚠️", hint, "✅ Arrival: 20 December 2026").Json.ShouldBe(before);
    }

    [Theory]
    [InlineData(Language.Ru, "20–23 декабря 2026, 3 ночи")]
    [InlineData(Language.En, "20–23 December 2026, 3 nights")]
    public void It_is_told_as_people_say_it(Language language, string told) =>
        Scratch<string>.Chat(async ask => await ask.Stay("stay", From, To) + await ask.Text("n")).In(language).Say("20-23 дек").Closing.ShouldBe("✅ stay?: " + told);

    [Fact]
    public void An_arrival_that_somebody_else_took_meanwhile_is_chosen_anew()
    {
        var chat = Chat().Tap("20");
        chat.Deploy(() => new Scratch<string>(async ask => $"{await ask.Stay("stay", From, To, [new DateOnly(2026, 12, 20)])}")).Shows("First the day of arrival.");
    }

    [Fact]
    public void It_is_stored_as_an_interval_of_days() =>
        Scratch<string>.Chat(async ask => await ask.Stay("stay", From, To) + await ask.Text("n")).Tap("20").Tap("22").State!.Answers["stay"].ShouldBe("2026-12-20/2026-12-22");

    [Fact]
    public void Half_of_an_answer_fits_so_nothing_is_suggested_for_it()
    {
        var chat = Scratch<Stay>.Chat(async ask => await ask.Stay("stay", From, To).Suggest(_ => "20.12 - 22.12"));
        chat.Say("soon").Shows("Write it as", "✅ 20–22 December 2026").Say("15.12").Shows("Arrival: 15 December").DoesNotShow("Write it as", "20–22");
    }
}
