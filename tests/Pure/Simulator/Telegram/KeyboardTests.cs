using Shouldly;
using Xunit;

namespace Lavka.Pure.Simulator.Telegram;

public sealed class KeyboardTests
{
    private const string Sixteen = "0123456789abcdef";

    [Theory]
    [InlineData("""[[{"callback_data":"a"}]]""", "Bad Request: can't parse inline keyboard button: Can't find field \"text\"")]
    [InlineData("""[[{"text":"","callback_data":"a"}]]""", "Bad Request: inline keyboard button text must be non-empty")]
    [InlineData("""[[{"text":"a"}]]""", "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")]
    [InlineData("""[[{"text":"a","callback_data":""}]]""", "Bad Request: BUTTON_DATA_INVALID")]
    [InlineData("""[[{"text":"a","url":"http://localhost:5080/x"}]]""",
        "Bad Request: inline keyboard button URL 'http://localhost:5080/x' is invalid: Wrong HTTP URL")]
    [InlineData("""[{"text":"a","callback_data":"b"}]""", "Bad Request: can't parse inline keyboard: expected an Array of Arrays")]
    public async Task a_broken_inline_keyboard_is_refused(string rows, string reason)
    {
        await using var simulator = await TestSimulator.StartWithAnna();
        (await simulator.Writes("x", $$""","reply_markup":{"inline_keyboard":{{rows}}}""")).ShouldBeRefused(400, reason);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("x", false)]
    [InlineData("ё", false)]
    public async Task callback_data_holds_64_bytes_not_characters(string more, bool fits)
    {
        await using var simulator = await TestSimulator.StartWithAnna();
        var data = (more == "ё" ? Sixteen[..15] : Sixteen) + Sixteen + Sixteen + Sixteen + more;
        var answer = await simulator.Writes("x", $$""","reply_markup":{"inline_keyboard":[[{"text":"a","callback_data":"{{data}}"}]]}""");
        if (fits)
            answer.MessageId.ShouldBe(2);
        else
            answer.ShouldBeRefused(400, "Bad Request: BUTTON_DATA_INVALID");
    }

    [Theory]
    [InlineData("""{"keyboard":[[{}]]}""", "Bad Request: can't parse keyboard button: Can't find field \"text\"")]
    [InlineData("""{"keyboard":[[""]]}""", "Bad Request: keyboard button text must be non-empty")]
    [InlineData("""{"keyboard":[]}""", "Bad Request: keyboard must contain at least one button")]
    public async Task a_broken_reply_keyboard_is_refused(string markup, string reason)
    {
        await using var simulator = await TestSimulator.StartWithAnna();
        (await simulator.Writes("x", $""","reply_markup":{markup}""")).ShouldBeRefused(400, reason);
    }

    [Fact]
    public async Task a_placeholder_holds_64_characters()
    {
        await using var simulator = await TestSimulator.StartWithAnna();
        var longest = new string('x', 64);
        (await simulator.Writes("x", $$""","reply_markup":{"force_reply":true,"input_field_placeholder":"{{longest}}"}""")).MessageId.ShouldBe(2);
        (await simulator.Writes("x", $$""","reply_markup":{"force_reply":true,"input_field_placeholder":"{{longest}}y"}"""))
            .ShouldBeRefused(400, "Bad Request: input field placeholder must be from 1 to 64 characters");
    }

    [Fact]
    public async Task a_keyboard_stays_until_it_is_removed()
    {
        await using var simulator = await TestSimulator.StartWithAnna();
        await simulator.Writes("x", ""","reply_markup":{"keyboard":[["a",{"text":"b","request_contact":true}]],"resize_keyboard":true}""");
        await simulator.Says(TestSimulator.Anna, "a");
        var keyboard = (await simulator.Chat(TestSimulator.Anna))["replyKeyboard"]!;
        keyboard["rows"]!.ToJsonString().ShouldBe("""[[{"text":"a"},{"text":"b","requestContact":true}]]""");
        await simulator.Writes("x", ""","reply_markup":{"remove_keyboard":true}""");
        (await simulator.Chat(TestSimulator.Anna))["replyKeyboard"].ShouldBeNull();
    }

    [Fact]
    public async Task a_forced_reply_waits_until_the_person_writes()
    {
        await using var simulator = await TestSimulator.StartWithAnna();
        await simulator.Writes("Name?", ""","reply_markup":{"force_reply":true,"input_field_placeholder":"Anna"}""");
        (await simulator.Chat(TestSimulator.Anna))["forceReply"]!.ToJsonString().ShouldBe("""{"messageId":2,"placeholder":"Anna"}""");
        await simulator.Says(TestSimulator.Anna, "Anna", replyTo: 2);
        (await simulator.Chat(TestSimulator.Anna))["forceReply"].ShouldBeNull();
        (await simulator.Pending())[0]!["update"]!["message"]!["reply_to_message"]!["message_id"]!.GetValue<int>().ShouldBe(2);
    }

    [Fact]
    public async Task the_chat_tells_which_keyboards_are_live()
    {
        await using var simulator = await TestSimulator.StartWithAnna();
        await simulator.Writes("x", ""","reply_markup":{"inline_keyboard":[[{"text":"a","callback_data":"b"}]]}""");
        await simulator.Writes("x", ""","reply_markup":{"inline_keyboard":[[{"text":"a","url":"https://lavka.example"}]]}""");
        (await simulator.Chat(TestSimulator.Anna))["liveKeyboards"]!.ToJsonString().ShouldBe("[2]");
        await simulator.Call("editMessageReplyMarkup", """{"chat_id":1001,"message_id":2}""");
        (await simulator.Chat(TestSimulator.Anna))["liveKeyboards"]!.ToJsonString().ShouldBe("[]");
    }
}
