using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Simulator.Telegram;

public sealed class SendingTests
{
    [Fact]
    public async Task an_unknown_token_is_unauthorized()
    {
        await using var simulator = await TestSimulator.Start();
        (await simulator.Get("/bot700:wrong/getMe")).ShouldBeRefused(401, "Unauthorized");
        (await simulator.Get("/botnonsense/getMe")).ShouldBeRefused(401, "Unauthorized");
    }

    [Fact]
    public async Task a_method_is_found_in_any_case_and_an_unknown_one_is_not()
    {
        await using var simulator = await TestSimulator.Start();
        ((string?)(await simulator.Call("GETME")).Result["username"]).ShouldBe("lavka_bot");
        (await simulator.Call("sendMoney")).ShouldBeRefused(404, "Not Found");
    }

    [Fact]
    public async Task an_unknown_field_is_refused_at_any_depth()
    {
        await using var simulator = await TestSimulator.StartWithAnna();
        (await simulator.Writes("x", ""","disable_web_page_preview":true""")).ShouldBeRefused(400, "Bad Request: unknown field \"disable_web_page_preview\"");
        (await simulator.Writes("x", ""","reply_markup":{"inline_keyboard":[[{"text":"a","callback_data":"b","colour":"red"}]]}"""))
            .ShouldBeRefused(400, "Bad Request: unknown field \"colour\"");
    }

    [Fact]
    public async Task json_form_query_and_multipart_say_the_same()
    {
        await using var simulator = await TestSimulator.StartWithAnna();
        const string markup = """{"inline_keyboard":[[{"text":"a","callback_data":"b"}]]}""";
        Dictionary<string, string> fields = new() { ["chat_id"] = "1001", ["text"] = "x", ["reply_markup"] = markup };
        using var form = new FormUrlEncodedContent(fields);
        using var multipart = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            multipart.Add(new StringContent(value), name);
        TestAnswer[] answers =
        [
            await simulator.Writes("x", $""","reply_markup":{markup}"""),
            await simulator.Call("sendMessage", form),
            await simulator.Call("sendMessage", multipart),
            await simulator.Get($"/bot700:secret/sendMessage?chat_id=1001&text=x&reply_markup={Uri.EscapeDataString(markup)}"),
        ];
        answers.Select(answer => answer.Result["reply_markup"]!.ToJsonString()).ShouldAllBe(shown => shown == markup);
    }

    [Theory]
    [InlineData("", "Bad Request: message text is empty")]
    [InlineData(" \\n ", "Bad Request: message text is empty")]
    [InlineData("\\ud83d", "Bad Request: strings must be encoded in UTF-8")]
    public async Task a_text_that_says_nothing_is_refused(string text, string reason)
    {
        await using var simulator = await TestSimulator.StartWithAnna();
        (await simulator.Writes(text)).ShouldBeRefused(400, reason);
    }

    [Fact]
    public async Task a_text_is_measured_after_its_entities_are_parsed()
    {
        await using var simulator = await TestSimulator.StartWithAnna();
        var longest = new string('x', 4096);
        (await simulator.Writes($"<b>{longest}</b>", ""","parse_mode":"HTML" """)).MessageId.ShouldBe(2);
        (await simulator.Writes($"<b>{longest}y</b>", ""","parse_mode":"HTML" """)).ShouldBeRefused(400, "Bad Request: message is too long");
    }

    [Fact]
    public async Task broken_html_is_refused_and_nothing_is_sent()
    {
        await using var simulator = await TestSimulator.StartWithAnna();
        (await simulator.Writes("<b>x", ""","parse_mode":"HTML" """))
            .ShouldBeRefused(400, "Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"b\"");
        (await simulator.Chat(TestSimulator.Anna))["messages"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task a_bot_cannot_write_to_strangers()
    {
        await using var simulator = await TestSimulator.Start();
        (await simulator.Writes("x")).ShouldBeRefused(403, "Forbidden: bot can't initiate conversation with a user");
        (await simulator.Call("sendMessage", """{"chat_id":5,"text":"x"}""")).ShouldBeRefused(400, "Bad Request: chat not found");
        (await simulator.Call("sendMessage", """{"text":"x"}""")).ShouldBeRefused(400, "Bad Request: chat_id is empty");
    }

    [Fact]
    public async Task a_blocked_bot_cannot_write_until_it_is_let_in_again()
    {
        await using var simulator = await TestSimulator.StartWithAnna();
        await simulator.Send(HttpMethod.Post, "/chat/api/700/1001/block", """{"blocked":true}""");
        (await simulator.Writes("x")).ShouldBeRefused(403, "Forbidden: bot was blocked by the user");
        await simulator.Send(HttpMethod.Post, "/chat/api/700/1001/block", """{"blocked":false}""");
        (await simulator.Writes("x")).MessageId.ShouldBe(2);
        var statuses = (await simulator.Pending()).Select(update => (string?)update!["update"]!["my_chat_member"]!["new_chat_member"]!["status"]);
        statuses.ShouldBe(["kicked", "member"]);
    }

    [Fact]
    public async Task a_reply_names_a_message_that_is_there()
    {
        await using var simulator = await TestSimulator.StartWithAnna();
        (await simulator.Writes("x", ""","reply_parameters":{"message_id":1}""")).Result["reply_to_message"]!["text"]!.ToString().ShouldBe("/start");
        (await simulator.Writes("x", ""","reply_parameters":{"message_id":9}""")).ShouldBeRefused(400, "Bad Request: message to be replied not found");
        (await simulator.Writes("x", ""","reply_parameters":{"message_id":9,"allow_sending_without_reply":true}""")).Result["reply_to_message"].ShouldBeNull();
    }

    [Fact]
    public async Task every_accepted_and_every_refused_call_is_kept_in_order()
    {
        await using var simulator = await TestSimulator.StartWithAnna();
        await simulator.Writes("one");
        await simulator.Writes("");
        await simulator.Writes("two");
        var accepted = (await simulator.Get("/sim/calls?bot=700")).Json.AsArray();
        accepted.Select(call => (string?)call!["parameters"]!["text"]).ShouldBe(["one", "two"]);
        accepted.Select(call => (long)call!["chatId"]!).ShouldBe([1001, 1001]);
        (await simulator.Get($"/sim/calls?after={accepted[0]!["n"]}")).Json.AsArray().Count.ShouldBe(1);
        (await simulator.Get("/sim/refused")).Json.AsArray().ShouldHaveSingleItem()!["description"]!.ToString().ShouldBe("Bad Request: message text is empty");
    }

    [Fact]
    public async Task a_body_that_is_no_json_is_refused()
    {
        await using var simulator = await TestSimulator.StartWithAnna();
        using var body = new StringContent("{", Encoding.UTF8, "application/json");
        (await simulator.Call("sendMessage", body)).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await simulator.Writes("x", ""","reply_markup":"{" """)).ShouldBeRefused(400, "Bad Request: can't parse reply markup JSON object");
    }

    [Fact]
    public async Task commands_are_kept_by_language_and_shown_in_the_web_chat()
    {
        await using var simulator = await TestSimulator.Start();
        await simulator.Call("setMyCommands", """{"commands":[{"command":"label","description":"Buy a label"}]}""");
        await simulator.Call("setMyCommands", """{"commands":[{"command":"label","description":"Купить"}],"language_code":"ru"}""");
        (await simulator.Call("getMyCommands", """{"language_code":"ru"}""")).Result[0]!["description"]!.ToString().ShouldBe("Купить");
        var bot = (await simulator.Get("/chat/api/bots")).Json.AsArray().ShouldHaveSingleItem()!;
        bot["commands"]![0]!["description"]!.ToString().ShouldBe("Buy a label");
        (await simulator.Call("setMyCommands", """{"commands":[{"command":"Big","description":"x"}]}""")).ShouldBeRefused(400, "Bad Request: BOT_COMMAND_INVALID");
    }

    [Fact]
    public async Task a_reset_keeps_the_bot_and_forgets_its_chats()
    {
        await using var simulator = await TestSimulator.StartWithAnna();
        await simulator.Writes("x");
        await simulator.Send(HttpMethod.Post, "/sim/reset", "{}");
        (await simulator.Chat(TestSimulator.Anna))["messages"].ShouldBeOfType<JsonArray>().ShouldBeEmpty();
        (await simulator.Get("/sim/calls")).Json.AsArray().ShouldBeEmpty();
        (await simulator.Call("getMe")).Status.ShouldBe(HttpStatusCode.OK);
    }
}
