using System.Text.Json;
using System.Text.Json.Nodes;
using Lavka.Kit;
using Lavka.Pure.House;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Simulator.Telegram;

/// <summary>
/// Somebody else's pretended Telegram, the npm package telegram-test-api, must not know a field of an answer that ours lacks, or know it with another type.
/// Its answers are recorded in Peer/steps.json; Peer/check.sh asks it anew.
/// </summary>
public sealed class PeerTests
{
    /// <summary>Where it differs, and is wrong by the documentation of the Bot API.</summary>
    private static readonly string[] TheirMistakes =
    [
        "getUpdates.result[].message.botToken: string, ours nothing",
        "getUpdates.result[].message.chat.title: string, ours nothing",
        "sendMessage.result.chat_id: number, ours nothing",
        "sendMessage.result.date: milliseconds, ours number",
        "editMessageText.result: null, ours object",
        "editMessageReplyMarkup.result: null, ours object",
        "getUpdates.result[].callback_query.message.chat.title: string, ours nothing",
        "answerCallbackQuery.result: null, ours boolean",
        "deleteMessage.result: null, ours boolean",
        "setWebhook.result: null, ours boolean",
    ];

    [Fact]
    public async Task nine_methods_answer_in_the_shape_that_another_pretended_telegram_gives()
    {
        await using var simulator = await TestSimulator.Start();
        var known = new Dictionary<string, JsonNode>(StringComparer.Ordinal);
        List<string> differences = [];
        List<Task> presses = [];
        foreach (var step in Steps())
        {
            if ((string?)step["writes"] is { } text)
                await simulator.Says(TestSimulator.Anna, text);
            else if ((string?)step["presses"] is { } data)
            {
                presses.Add(simulator.Presses(TestSimulator.Anna, (int)step["on"]!, data));
                await Eventually.Holds(async () => (await simulator.Pending()).Any(update => (string?)update!["kind"] == "callback_query"));
            }
            else
            {
                var call = (string)step["call"]!;
                var answer = await simulator.Call(call, Filled(step["with"]!, known));
                Remember(answer.Json["result"], known);
                differences.AddRange(Differences(call, step["answer"]!, answer.Json));
            }
        }
        await Eventually.Ends(Task.WhenAll(presses));
        differences.Distinct().ShouldBe(TheirMistakes, ignoreOrder: true);
    }

    private static IEnumerable<JsonObject> Steps() =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Tree.Root, "tests/Pure/Simulator/Telegram/Peer/steps.json")))!.AsArray().Select(step => step!.AsObject());

    /// <summary>What a caller takes from the answers: the number of a press, and the offset behind the last update.</summary>
    private static void Remember(JsonNode? result, Dictionary<string, JsonNode> known)
    {
        if (result is not JsonArray updates)
            return;
        foreach (var update in updates)
        {
            known["$next"] = JsonValue.Create((long)update!["update_id"]! + 1);
            if (update["callback_query"]?["id"] is { } id)
                known["$press"] = id;
        }
    }

    private static string Filled(JsonNode with, Dictionary<string, JsonNode> known) =>
        known.Aggregate(with.ToJsonString(), (json, one) => json.Replace($"\"{one.Key}\"", one.Value.ToJsonString(), StringComparison.Ordinal));

    private static IEnumerable<string> Differences(string path, JsonNode theirs, JsonNode? ours) => (theirs, ours) switch
    {
        (JsonObject shape, JsonObject given) => shape.SelectMany(field => Differences($"{path}.{field.Key}", field.Value!, given[field.Key])),
        (JsonArray { Count: > 0 } shape, JsonArray { Count: > 0 } given) => Differences($"{path}[]", shape[0]!, given[0]),
        (JsonValue type, _) when Name(ours) == (string)type! => [],
        (JsonValue type, _) => [$"{path}: {(string)type!}, ours {Name(ours)}"],
        _ => [$"{path}: {Name(theirs)}, ours {Name(ours)}"],
    };

    private static string Name(JsonNode? json) => json?.GetValueKind() switch
    {
        null => "nothing",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        { } kind => Enum.GetName(kind)!.ToLowerInvariant(),
    };
}
