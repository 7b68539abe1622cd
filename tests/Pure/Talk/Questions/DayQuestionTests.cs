using Lavka.Kit;
using Lavka.Pure.Talk.Samples;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Talk.Questions;

public sealed class DayQuestionTests
{
    private static readonly DateOnly From = new(2026, 12, 10);
    private static readonly DateOnly To = new(2027, 2, 5);

    private static TestChat Chat(params DateOnly[] taken) => Scratch<string>.Chat(async ask => $"{await ask.Day("day", From, To, taken):yyyy-MM-dd}");

    [Fact]
    public void A_month_is_a_grid_that_begins_with_monday()
    {
        var chat = Chat(new DateOnly(2026, 12, 24)).Shows("✖ — taken");
        Grid(chat).ShouldBe(
            """
            · December 2026 ▶️
            Mo Tu We Th Fr Sa Su
            · · · · · · ·
            · · · 10 11 12 13
            14 15 16 17 18 19 20
            21 22 23 ✖ 25 26 27
            28 29 30 31 · · ·
            """);
    }

    [Fact]
    public void In_russian_the_grid_reads_russian() => Grid(Chat().In(Language.Ru)).ShouldStartWith("· Декабрь 2026 ▶️\nПн Вт Ср Чт Пт Сб Вс\n");

    [Fact]
    public void A_free_day_is_pressed() => Chat().Tap("25").Returned("2026-12-25");

    [Fact]
    public void The_pages_are_turned_within_the_range_and_the_same_message_changes()
    {
        var chat = Chat().Tap("▶️").Shows("[◀️] [January 2027] [▶️]").Tap("▶️").Shows("[◀️] [February 2027] [·]");
        chat.Prompt.Manner.ShouldBe(Manner.Turn);
        chat.Tap("◀️").Tap("31").Returned("2027-01-31");
    }

    [Theory]
    [InlineData("2026-12-24", "That day is taken.")]
    [InlineData("2026-12-09", "That day cannot be chosen.")]
    [InlineData("2027-02-06", "That day cannot be chosen.")]
    [InlineData("-", "Please press a number.")]
    public void What_cannot_be_chosen_says_so_beside_the_button_and_nothing_moves(string option, string note)
    {
        var chat = Chat(new DateOnly(2026, 12, 24));
        var before = chat.Json;
        chat.Press(TapCode.Write("d1", "day", new Tap.Choose(option))).Json.ShouldBe(before);
        chat.Prompt.ShouldSatisfyAllConditions(prompt => prompt.Manner.ShouldBe(Manner.Stale), prompt => prompt.Note!.Plain(Language.En).ShouldBe(note));
    }

    [Theory]
    [InlineData("2026-11")]
    [InlineData("2027-03")]
    [InlineData("9999-99")]
    [InlineData("2026-02-30")]
    [InlineData("x")]
    public void A_forged_button_is_a_closed_one(string option)
    {
        var chat = Chat();
        var before = chat.Json;
        chat.Press(TapCode.Write("d1", "day", new Tap.Choose(option))).Json.ShouldBe(before);
        chat.Prompt.Manner.ShouldBe(Manner.Stale);
    }

    [Theory]
    [InlineData("24.12", "2026-12-24")]
    [InlineData("24.12.2026", "2026-12-24")]
    [InlineData("24.12.26", "2026-12-24")]
    [InlineData(" 2026-12-24 ", "2026-12-24")]
    [InlineData("24 декабря", "2026-12-24")]
    [InlineData("24 ДЕКАБРЯ 2026 г.", "2026-12-24")]
    [InlineData("24 дек", "2026-12-24")]
    [InlineData("December 24", "2026-12-24")]
    [InlineData("24th of December, 2026", "2026-12-24")]
    [InlineData("24 Dec.", "2026-12-24")]
    [InlineData("3.2", "2027-02-03")]
    [InlineData("3 февраля", "2027-02-03")]
    public void A_day_may_be_written_and_the_range_tells_the_year(string typed, string day) => Chat().Say(typed).Returned(day);

    [Theory]
    [InlineData("30.02.2027", "Choose a day or write it, e.g. 10.12.2026.")]
    [InlineData("24/12", "Choose a day or write it")]
    [InlineData("tomorrow", "Choose a day or write it")]
    [InlineData("24 брюмера", "Choose a day or write it")]
    [InlineData("9.12.2026", "from 10 December 2026 to 5 February 2027")]
    [InlineData("29.02", "from 10 December 2026")]
    [InlineData("25.12", "That day is taken.")]
    public void Another_day_is_hinted_at_and_changes_nothing(string typed, string hint)
    {
        var chat = Chat(new DateOnly(2026, 12, 25));
        var before = chat.Json;
        chat.Say(typed).Shows("⚠️", hint, "day?", "December 2026").Json.ShouldBe(before);
    }

    [Fact]
    public void The_29th_of_february_is_found_where_the_range_has_one() =>
        Scratch<string>.Chat(async ask => $"{await ask.Day("day", new DateOnly(2027, 1, 1), new DateOnly(2028, 12, 31)):yyyy-MM-dd}").Say("29.02").Returned("2028-02-29");

    [Fact]
    public void An_edited_day_shows_what_was_chosen_also_after_turning_the_pages()
    {
        var chat = Scratch<string>.Chat(async ask => $"{await ask.Day("day", From, To):yyyy-MM-dd}" + await ask.Text("n")).Say("15.1").Shows("n?").Back();
        chat.Shows("January 2027", "✅", "Keep: 15 January 2027").Tap("◀️").Tap("▶️").Shows("✅").Tap("16").Say("!").Returned("2027-01-16!");
    }

    [Fact]
    public void A_day_that_is_taken_meanwhile_or_out_of_range_is_asked_again()
    {
        static Dialog On(DateOnly from, params DateOnly[] taken) => new Scratch<string>(async ask => $"{await ask.Day("day", from, To, taken):yyyy-MM-dd}" + await ask.Text("n"));
        TestChat.With(() => On(From)).Say("24.12").Shows("n?").Deploy(() => On(From, new DateOnly(2026, 12, 24))).Shows("day?");
        TestChat.With(() => On(From)).Say("24.12").Shows("n?").Deploy(() => On(new DateOnly(2026, 12, 25))).Shows("day?", "[25]");
    }

    [Fact]
    public void Without_a_free_day_it_says_so_and_can_be_left() =>
        Scratch<string>.Chat(async ask => $"{await ask.Day("day", From, From, From)}").Shows("No day is free", "[❌ Cancel]").DoesNotShow("December").Say("10.12").Shows("⚠️ That day is taken.");

    internal static string Grid(TestChat chat) =>
        string.Join('\n', chat.Message.Rows.Where(row => row.Count > 2).Select(row => string.Join(' ', row.Select(key => key.Label)))).ReplaceLineEndings("\n");
}
