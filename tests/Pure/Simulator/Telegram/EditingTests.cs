using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Simulator.Telegram;

public sealed class EditingTests
{
    private const string Same =
        "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message";

    [Fact]
    public async Task an_edit_shows_the_new_text_and_drops_the_keyboard()
    {
        await using var simulator = await TestSimulator.StartWithAnna();
        await simulator.Writes("old", ""","reply_markup":{"inline_keyboard":[[{"text":"a","callback_data":"b"}]]}""");
        var edited = await Edit(simulator, 2, "new");
        edited.Result["edit_date"].ShouldNotBeNull();
        edited.Result["reply_markup"].ShouldBeNull();
        (await simulator.Chat(TestSimulator.Anna))["messages"]![1]!["text"]!.ToString().ShouldBe("new");
    }

    [Fact]
    public async Task an_edit_that_changes_nothing_is_refused()
    {
        await using var simulator = await TestSimulator.StartWithAnna();
        await simulator.Writes("<b>x</b>", ""","parse_mode":"HTML" """);
        (await simulator.Call("editMessageText", """{"chat_id":1001,"message_id":2,"text":" <strong>x</strong>","parse_mode":"HTML"}""")).ShouldBeRefused(400, Same);
        (await Edit(simulator, 2, "x")).MessageId.ShouldBe(2);
    }

    [Theory]
    [InlineData("""{"force_reply":true}""")]
    [InlineData("""{"keyboard":[["a"]]}""")]
    [InlineData("""{"remove_keyboard":true}""")]
    public async Task a_message_with_another_markup_than_inline_can_never_be_edited(string markup)
    {
        await using var simulator = await TestSimulator.StartWithAnna();
        await simulator.Writes("x", $""","reply_markup":{markup}""");
        (await Edit(simulator, 2, "y")).ShouldBeRefused(400, "Bad Request: message can't be edited");
    }

    [Fact]
    public async Task only_messages_of_the_bot_that_are_there_can_be_edited()
    {
        await using var simulator = await TestSimulator.StartWithAnna();
        (await Edit(simulator, 1, "y")).ShouldBeRefused(400, "Bad Request: message can't be edited");
        (await Edit(simulator, 9, "y")).ShouldBeRefused(400, "Bad Request: message to edit not found");
        (await simulator.Call("editMessageText", """{"chat_id":1001,"text":"x"}""")).ShouldBeRefused(400, "Bad Request: message identifier is not specified");
    }

    [Fact]
    public async Task an_edit_takes_inline_keyboards_only()
    {
        await using var simulator = await TestSimulator.StartWithAnna();
        await simulator.Writes("x");
        (await simulator.Call("editMessageReplyMarkup", """{"chat_id":1001,"message_id":2,"reply_markup":{"force_reply":true}}"""))
            .ShouldBeRefused(400, "Bad Request: inline keyboard expected");
        (await simulator.Call("editMessageCaption", """{"chat_id":1001,"message_id":2,"caption":"y"}"""))
            .ShouldBeRefused(400, "Bad Request: there is no caption in the message to edit");
    }

    [Fact]
    public async Task a_message_is_deleted_once_and_within_two_days()
    {
        var clock = new FakeClock();
        await using var simulator = await TestSimulator.StartWithAnna(clock);
        await simulator.Writes("x");
        await simulator.Writes("y");
        (await simulator.Call("deleteMessage", """{"chat_id":1001,"message_id":2}""")).Result.GetValue<bool>().ShouldBeTrue();
        (await simulator.Call("deleteMessage", """{"chat_id":1001,"message_id":2}""")).ShouldBeRefused(400, "Bad Request: message to delete not found");
        clock.Advance(TimeSpan.FromHours(49));
        (await simulator.Call("deleteMessage", """{"chat_id":1001,"message_id":3}""")).ShouldBeRefused(400, "Bad Request: message can't be deleted for everyone");
        (await simulator.Call("deleteMessages", """{"chat_id":1001,"message_ids":[3]}""")).ShouldBeRefused(400, "Bad Request: message can't be deleted for everyone");
    }

    [Fact]
    public async Task a_bot_edits_its_own_message_however_old_it_is()
    {
        var clock = new FakeClock();
        await using var simulator = await TestSimulator.StartWithAnna(clock);
        await simulator.Writes("x");
        clock.Advance(TimeSpan.FromDays(30));
        (await Edit(simulator, 2, "y")).MessageId.ShouldBe(2);
    }

    [Fact]
    public async Task deleting_many_passes_over_those_that_are_gone()
    {
        await using var simulator = await TestSimulator.StartWithAnna();
        await simulator.Writes("x");
        (await simulator.Call("deleteMessages", """{"chat_id":1001,"message_ids":[1,2,77]}""")).Result.GetValue<bool>().ShouldBeTrue();
        (await simulator.Chat(TestSimulator.Anna))["messages"]!.AsArray().ShouldBeEmpty();
    }

    private static Task<TestAnswer> Edit(TestSimulator simulator, int id, string text) =>
        simulator.Call("editMessageText", $$"""{"chat_id":1001,"message_id":{{id}},"text":"{{text}}"}""");
}
