using Lavka.Kit;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Stored.Bot;

/// <summary>Buttons of what is over: they explain themselves, and the person is shown where he is, once.</summary>
public sealed class OldButtonTests
{
    private readonly TinyShop _shop = new();

    [Fact]
    public async Task twenty_presses_on_buttons_of_an_old_form_show_the_open_question_again_once()
    {
        await using var floor = await TinyShop.Open(_shop);
        var (anna, old) = await InSecondForm(floor);
        var (before, state) = (anna.Chat.Count, await floor.State());

        for (var press = 0; press < 20; press++)
        {
            await anna.Does(old);
            anna.Note.ShouldBe("This button is no longer active.");
        }

        anna.Chat.Count.ShouldBe(before + 1);
        anna.Sees("Flat?", "[⏭️ Skip]");
        anna.Buttons.Select(button => button.Under.Id).Distinct().ShouldHaveSingleItem().ShouldBe(anna.Chat[^1].Id);
        (await floor.State()).Dialog!.ToJson().ShouldBe(state.Dialog!.ToJson(), "Two forms never mix, though their questions have the same keys.");
        await anna.Taps("Skip");
        anna.Sees("Street?");
    }

    [Fact]
    public async Task after_something_else_happened_an_old_button_shows_the_place_again()
    {
        await using var floor = await TinyShop.Open(_shop);
        var (anna, old) = await InSecondForm(floor);
        await anna.Does(old);
        await anna.Does(new Happening.Sent("sticker", new Media("sticker", "f1"), null));
        var before = anna.Chat.Count;

        await anna.Does(old);
        await anna.Does(old);

        anna.Chat.Count.ShouldBe(before + 1);
        anna.Sees("Flat?");
    }

    [Fact, Covers("shipping:A10")]
    public async Task a_second_tap_on_a_question_just_answered_gives_no_second_prompt()
    {
        await using var floor = await TinyShop.Open(_shop);
        var anna = await InForm(floor);
        await anna.Writes("Riga");
        var skip = anna.Pressing("Skip");

        for (var tap = 0; tap < 3; tap++) await anna.Does(skip);

        anna.Note.ShouldBe("That question is closed already.");
        anna.Chat.Count(shown => shown.Message.Html.Contains("Street?", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task an_old_button_after_the_form_shows_the_menu_once()
    {
        await using var floor = await TinyShop.Open(_shop);
        var anna = await InForm(floor);
        await anna.Writes("Riga");
        var skip = anna.Pressing("Skip");
        await anna.Taps("Skip");
        await anna.Writes("Brivibas 1");
        var before = anna.Chat.Count;

        for (var tap = 0; tap < 20; tap++) await anna.Does(skip);

        anna.Note.ShouldBe("This button is no longer active.");
        anna.Chat.Count.ShouldBe(before + 1);
        anna.Sees("Menu", "[To form]");
    }

    [Fact]
    public async Task a_second_tap_that_ended_a_form_leaves_what_was_told_as_the_last_word()
    {
        await using var floor = await TinyShop.Open(_shop);
        var anna = await floor.Guest().Writes("/start");
        await anna.Taps("To check");
        await anna.Writes("Anna");
        await anna.Writes("Boris");
        var right = anna.Pressing("Right");

        await anna.Does(right);
        await anna.Does(right);

        anna.Sees("Checked: Anna to Boris");
    }

    [Fact, Covers("shipping:A30")]
    public async Task an_old_button_under_a_message_that_nobody_knows_any_more_shows_the_place_in_a_new_message()
    {
        await using var floor = await TinyShop.Open(_shop);
        var (anna, old) = await InSecondForm(floor);
        var before = anna.Chat.Count;

        await anna.Does(old with { MessageId = null });
        await anna.Does(old with { MessageId = null });
        await anna.Does(old with { MessageId = "message of last year" });

        anna.Chat.Count.ShouldBe(before + 1);
        anna.Sees("Flat?", "[⏭️ Skip]");
    }

    [Fact]
    public async Task twenty_presses_in_an_old_menu_amid_a_form_ask_once_whether_to_go_on()
    {
        await using var floor = await TinyShop.Open(_shop);
        var anna = await floor.Guest().Writes("/start");
        var note = anna.Pressing("To note");
        await anna.Writes("/help");
        await anna.Taps("To home");
        await anna.Taps("To form");
        await anna.Writes("Riga");
        var before = anna.Chat.Count;

        for (var press = 0; press < 20; press++) await anna.Does(note);

        anna.Chat.Count.ShouldBe(before + 1);
        anna.Sees("You have not finished");
        (await floor.Count("notes")).ShouldBe(0);
    }

    [Fact]
    public async Task when_a_deploy_has_put_a_question_before_the_live_one_a_press_on_it_shows_that_question_in_its_place()
    {
        await using var floor = await TinyShop.Open(_shop);
        var anna = await InForm(floor);
        await anna.Writes("Riga");
        var (skip, before) = (anna.Pressing("Skip"), anna.Chat.Count);
        _shop.IsKindFirst = true;
        await floor.Restart();

        await anna.Does(skip);

        anna.Note.ShouldBe("That question is closed already.");
        anna.Chat.Count.ShouldBe(before);
        anna.Sees("Kind?", "[At home]").Seen.ShouldNotContain("Flat?");
        var calls = floor.Messenger.Calls.Count;
        for (var tap = 0; tap < 5; tap++) await anna.Does(skip);
        floor.Messenger.Calls.Count.ShouldBe(calls, "It stands there already.");
        await anna.Taps("At home");
        anna.Sees("Flat?", "[⏭️ Skip]");
        await anna.Taps("Skip");
        await anna.Writes("Brivibas 1");
        anna.Sees("Noted: Riga");
    }

    [Fact]
    public async Task when_that_question_has_to_be_written_it_stands_at_the_end_once_and_the_old_buttons_are_gone()
    {
        await using var floor = await TinyShop.Open(_shop);
        var anna = await InForm(floor);
        await anna.Writes("Riga");
        var (skip, before) = (anna.Pressing("Skip"), anna.Chat.Count);
        _shop.IsWordFirst = true;
        await floor.Restart();

        for (var tap = 0; tap < 5; tap++) await anna.Does(skip);

        anna.Chat.Count.ShouldBe(before + 1);
        anna.Sees("Word?");
        anna.Chat[^2].Message.Rows.ShouldBeEmpty();
        await anna.Writes("please");
        anna.Sees("Flat?", "[⏭️ Skip]");
    }

    private static async Task<Guest<TinyDesk>> InForm(BotFloor<TinyDesk> floor) => await (await floor.Guest().Writes("/start")).Taps("To form");

    /// <summary>At the second question of a second form, with the button of the same question of the first.</summary>
    private static async Task<(Guest<TinyDesk> Anna, Happening.Pressed Old)> InSecondForm(BotFloor<TinyDesk> floor)
    {
        var anna = await InForm(floor);
        await anna.Writes("Riga");
        var skip = anna.Pressing("Skip");
        await anna.Taps("Skip");
        await anna.Writes("Brivibas 1");
        await anna.Writes("/start");
        await anna.Taps("To form");
        await anna.Writes("Tallinn");
        return (anna, skip);
    }
}
