using Lavka.Kit;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Stored.Bot;

public sealed class TalkTests
{
    private readonly TinyShop _shop = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task an_answer_closes_its_question_and_the_next_one_follows()
    {
        await using var floor = await TinyShop.Open(_shop);
        var anna = await InForm(floor);

        await anna.Writes("Riga");
        anna.Sees("Flat?", "[⏭️ Skip]");
        await anna.Taps("Skip");
        await anna.Writes("Brivibas 1");

        anna.Sees("Noted: Riga, Brivibas 1, no flat");
        anna.All.ShouldContain("✅ Flat?: —");
        anna.Buttons.ShouldBeEmpty();
    }

    [Fact]
    public async Task a_command_in_the_middle_answers_and_the_question_stands_again_below()
    {
        await using var floor = await TinyShop.Open(_shop);
        var anna = await InForm(floor);
        await anna.Writes("Riga");

        await anna.Writes("/help");

        anna.Chat[^2].Message.Html.ShouldBe("Help page");
        anna.Chat[^2].Message.Rows.ShouldBeEmpty("Beside an open question there is nothing to press.");
        anna.Sees("Flat?");
        await anna.Taps("Skip");
        anna.Sees("Street?");
    }

    [Fact]
    public async Task start_in_the_middle_offers_to_go_on_or_to_discard()
    {
        await using var floor = await TinyShop.Open(_shop);
        var anna = await InForm(floor);
        await anna.Writes("Riga");

        await anna.Writes("/start");
        anna.Sees("You have not finished");
        await anna.Taps("Go back");
        anna.Sees("Flat?");

        await anna.Writes("/start");
        await anna.Taps("Yes, stop");
        anna.Sees("Menu");
        (await floor.State()).Dialog.ShouldBeNull();
        (await floor.Count("notes")).ShouldBe(0);
    }

    [Fact]
    public async Task a_button_of_a_closed_question_and_one_of_another_dialog_do_nothing_but_say_so()
    {
        await using var floor = await TinyShop.Open(_shop);
        var anna = await InForm(floor);
        await anna.Writes("Riga");
        var skip = anna.Pressing("Skip");
        await anna.Taps("Skip");
        var state = await floor.State();

        await anna.Does(skip);

        anna.Note.ShouldBe("That question is closed already.");
        (await floor.State()).Dialog!.ToJson().ShouldBe(state.Dialog!.ToJson());
        await anna.Writes("/cancel");
        await anna.Taps("Yes, stop");
        await anna.Does(skip);
        anna.Note.ShouldBe("This button is no longer active.");
        await anna.Does(new Happening.Pressed("of another program", "q", "m1"));
        anna.Note.ShouldBe("This button is no longer active.");
        await anna.Does(new Happening.Pressed("/nowhere/at/all", "q", null));
        anna.Note.ShouldBe("This button is no longer active.");
        await anna.Does(new Happening.Pressed("/мимо", "q", null));
        anna.Note.ShouldBe("This button is no longer active.");
    }

    [Fact]
    public async Task a_button_of_the_menu_in_the_middle_of_a_form_offers_to_go_on()
    {
        await using var floor = await TinyShop.Open(_shop);
        var anna = await floor.Guest().Writes("/start");
        var note = anna.Pressing("To note");
        await anna.Writes("/help");
        await anna.Taps("To home");
        await anna.Taps("To form");
        await anna.Writes("Riga");

        await anna.Does(note);

        anna.Note.ShouldBe("Please finish or cancel what you began first.");
        anna.Sees("You have not finished");
        (await floor.Count("notes")).ShouldBe(0);
        await anna.Taps("Go back");
        anna.Sees("Flat?");
    }

    [Fact]
    public async Task a_button_that_opens_a_form_and_is_pressed_twice_opens_it_once()
    {
        await using var floor = await TinyShop.Open(_shop);
        var anna = await floor.Guest().Writes("/start");
        var form = anna.Pressing("To form");

        await anna.Does(form);
        await anna.Does(form);

        anna.Sees("City?");
        (await floor.State()).Opened.ShouldBe(1);
        anna.Chat.Count(shown => shown.Message.Html.Contains("City?", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact, Covers("shipping:A05")]
    public async Task what_is_written_ahead_answers_the_next_questions_in_the_messenger_s_order()
    {
        await using var floor = await TinyShop.Open(_shop);
        var anna = await InForm(floor);
        string[] written = ["3", "Riga", "12", "Brivibas 1"];
        var updates = written.Select(text => anna.Update(new Happening.Wrote(text))).ToList();
        var isFirst = new TaskCompletionSource();
        _shop.Opening = (_, ct) => isFirst.Task.WaitAsync(ct);

        var taken = new[] { updates[0], updates[3], updates[1], updates[2] }.Select(update => floor.Bot.Take(update, Ct)).ToList();
        isFirst.SetResult();
        await Task.WhenAll(taken);
        await floor.Deliver();

        anna.Sees("Noted: Riga, Brivibas 1, 12");
        anna.All.ShouldContain("From 3 to 20 characters");
    }

    [Fact, Covers("shipping:A18")]
    public async Task an_edited_message_is_no_answer()
    {
        await using var floor = await TinyShop.Open(_shop);
        var anna = await InForm(floor);
        var seen = anna.All;

        await anna.Does(new Happening.Edited("m1"));
        await anna.Does(new Happening.Other("poll"));

        anna.All.ShouldBe(seen);
    }

    [Fact, Covers("shipping:A30")]
    public async Task a_press_whose_message_is_not_known_any_more_is_answered_by_a_new_message()
    {
        await using var floor = await TinyShop.Open(_shop);
        var anna = await floor.Guest().Writes("/start");

        await anna.Does(anna.Pressing("To help") with { MessageId = null });

        anna.Chat.Count.ShouldBe(2);
        anna.Sees("Help page");
    }

    [Fact]
    public async Task what_nobody_asked_for_is_met_with_the_menu()
    {
        await using var floor = await TinyShop.Open(_shop);
        var anna = floor.Guest();

        await anna.Writes("hello");
        anna.Sees("I did not understand", "[To form]");
        await anna.Writes("/nonsense");
        anna.Sees("There is no such command", "[To form]");
        await anna.Does(new Happening.Sent("sticker", new Media("sticker", "f1"), null));
        anna.Sees("I did not understand", "[To form]");
    }

    [Fact]
    public async Task a_form_that_a_deploy_removed_is_left_with_a_word_and_the_menu()
    {
        await using var floor = await TinyShop.Open(_shop);
        var anna = await InForm(floor);
        await floor.Temp.Store.Write((tx, ct) => tx.Sql("""update chats set version = version + 1, state = replace(state, '"dialog":"form"', '"dialog":"gone"')""").Run(ct), Ct);

        await anna.Writes("Riga");

        anna.Sees("This form does not exist any more", "[To form]");
        (await floor.State()).Dialog.ShouldBeNull();
    }

    [Fact]
    public async Task a_restart_at_every_question_loses_nothing()
    {
        await using var floor = await TinyShop.Open(_shop);
        var anna = await InForm(floor);
        foreach (var answer in new[] { "Riga", "12", "Brivibas 1" })
        {
            await floor.Restart();
            await anna.Writes(answer);
        }
        anna.Sees("Noted: Riga, Brivibas 1, 12");
    }

    private static async Task<Guest<TinyDesk>> InForm(BotFloor<TinyDesk> floor) => await (await floor.Guest().Writes("/start")).Taps("To form");
}
