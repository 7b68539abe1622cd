using System.Text.Json.Nodes;
using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Simulator.Telegram;

public sealed class RecordingTests
{
    [Fact]
    public async Task a_chat_is_written_down_from_its_beginning_with_buttons_by_their_labels()
    {
        var clock = new FakeClock();
        await using var simulator = await TestSimulator.StartWithAnna(clock);
        await simulator.Writes("Hello", ""","reply_markup":{"inline_keyboard":[[{"text":"Create order","callback_data":"o1"}]]}""");
        var press = simulator.Presses(TestSimulator.Anna, 2, "o1");
        await Eventually.Holds(async () => (await simulator.Pending()).Count == 1);
        var query = (await simulator.Pending())[0]!["update"]!["callback_query"]!["id"];
        await simulator.Call("answerCallbackQuery", $$"""{"callback_query_id":"{{query}}","text":"Fine"}""");
        await Eventually.Ends(press);
        await simulator.Call("editMessageText", """{"chat_id":1001,"message_id":2,"text":"Chosen"}""");
        await simulator.Writes("Name?", ""","reply_markup":{"force_reply":true,"input_field_placeholder":"Anna"}""");
        await simulator.Says(TestSimulator.Anna, "Анна", replyTo: 3);
        clock.Advance(TimeSpan.FromDays(1));
        await simulator.Send(HttpMethod.Post, "/chat/api/700/1001/edit", """{"messageId":4,"text":"Аня"}""");
        await simulator.Writes("Phone?", ""","reply_markup":{"keyboard":[[{"text":"Share","request_contact":true}]]}""");
        await simulator.Send(HttpMethod.Post, "/chat/api/700/1001/contact", "{}");
        await simulator.Send(HttpMethod.Post, "/chat/api/700/1001/delete", """{"messageId":6}""");
        await simulator.Call("deleteMessage", """{"chat_id":1001,"message_id":2}""");
        await simulator.Send(HttpMethod.Post, "/chat/api/700/1001/block", """{"blocked":true}""");

        var text = await simulator.Http.GetStringAsync("/sim/recordings/700/1001", TestContext.Current.CancellationToken);
        text.ShouldBe("""
            {"recording":1,"bot":"lavka_bot","person":{"language":"ru","name":"Анна"},"events":[
              {"from":"person","wrote":"/start"},
              {"from":"bot","message":1,"says":"Hello","buttons":[["Create order"]]},
              {"from":"person","pressed":"Create order","on":1},
              {"from":"bot","notes":"Fine"},
              {"from":"bot","edits":1,"says":"Chosen","buttons":[]},
              {"from":"bot","message":2,"says":"Name?","buttons":[],"invites":"Anna"},
              {"from":"person","wrote":"Анна","answers":2},
              {"from":"clock","seconds":86400},
              {"from":"person","edits":2,"wrote":"Аня"},
              {"from":"bot","message":3,"says":"Phone?","buttons":[],"keyboard":[["Share"]]},
              {"from":"person","contact":"+79000001001"},
              {"from":"person","deletes":3},
              {"from":"bot","deletes":1},
              {"from":"person","blocks":true}
            ]}

            """);
    }

    [Fact]
    public async Task a_recording_of_nothing_is_empty_and_that_of_a_stranger_is_not_found()
    {
        await using var simulator = await TestSimulator.Start();
        var empty = JsonNode.Parse(await simulator.Http.GetStringAsync("/sim/recordings/700/1002", TestContext.Current.CancellationToken))!;
        empty["events"]!.AsArray().ShouldBeEmpty();
        empty["person"]!["language"]!.ToString().ShouldBe("en");
        ((int)(await simulator.Get("/sim/recordings/700/9")).Status).ShouldBe(404);
    }
}
