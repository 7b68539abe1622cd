using System.Net;
using System.Text.Json.Nodes;
using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Simulator.Telegram;

public sealed class PressTests
{
    private const string TooLate = "Bad Request: query is too old and response timeout expired or query ID is invalid";

    [Fact]
    public async Task a_press_waits_for_its_answer()
    {
        await using var simulator = await WithButton();
        var press = simulator.Presses(TestSimulator.Anna, 2, "buy");
        var query = await Query(simulator);
        query["data"]!.ToString().ShouldBe("buy");
        query["message"]!["message_id"]!.GetValue<int>().ShouldBe(2);
        query["from"]!["id"]!.GetValue<long>().ShouldBe(TestSimulator.Anna);
        (await Answer(simulator, query, ""","text":"Bought","show_alert":true""")).Result.GetValue<bool>().ShouldBeTrue();
        (await Eventually.Ends(press)).Json.ToJsonString().ShouldBe("""{"alert":true,"text":"Bought"}""");
    }

    [Fact]
    public async Task a_press_that_nobody_answers_ends_after_fifteen_seconds_and_cannot_be_answered_then()
    {
        var clock = new FakeClock();
        await using var simulator = await WithButton(clock);
        var press = simulator.Presses(TestSimulator.Anna, 2, "buy");
        var query = await Query(simulator);
        await Eventually.Holds(() => clock.NextTimer is not null);
        clock.Advance(TimeSpan.FromSeconds(16));
        (await Eventually.Ends(press)).Json.ToJsonString().ShouldBe("""{"alert":false,"timedOut":true,"text":null}""");
        (await Answer(simulator, query)).ShouldBeRefused(400, TooLate);
    }

    [Fact]
    public async Task a_press_is_answered_once()
    {
        await using var simulator = await WithButton();
        var press = simulator.Presses(TestSimulator.Anna, 2, "buy");
        var query = await Query(simulator);
        (await Answer(simulator, query, $""","text":"{new string('x', 201)}" """)).ShouldBeRefused(400, "Bad Request: MESSAGE_TOO_LONG");
        await Answer(simulator, query);
        await Eventually.Ends(press);
        (await Answer(simulator, query)).ShouldBeRefused(400, TooLate);
    }

    [Fact]
    public async Task a_button_that_is_not_there_cannot_be_pressed()
    {
        await using var simulator = await WithButton();
        (await simulator.Presses(TestSimulator.Anna, 2, "other")).Status.ShouldBe(HttpStatusCode.BadRequest);
        await simulator.Call("editMessageReplyMarkup", """{"chat_id":1001,"message_id":2}""");
        (await simulator.Presses(TestSimulator.Anna, 2, "buy")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static async Task<TestSimulator> WithButton(TimeProvider? time = null)
    {
        var simulator = await TestSimulator.StartWithAnna(time);
        await simulator.Writes("x", ""","reply_markup":{"inline_keyboard":[[{"text":"Buy","callback_data":"buy"}]]}""");
        return simulator;
    }

    private static async Task<JsonNode> Query(TestSimulator simulator)
    {
        await Eventually.Holds(async () => (await simulator.Pending()).Count == 1);
        return (await simulator.Pending())[0]!["update"]!["callback_query"]!;
    }

    private static Task<TestAnswer> Answer(TestSimulator simulator, JsonNode query, string more = "") =>
        simulator.Call("answerCallbackQuery", $$"""{"callback_query_id":"{{query["id"]}}"{{more}}}""");
}
