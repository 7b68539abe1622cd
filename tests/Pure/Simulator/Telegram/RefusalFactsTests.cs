using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Simulator.Telegram;

/// <summary>
/// Telegram's limits and the words in which it refuses (reference/platform.md 3.2), one row a fact. Anna's chat holds her /start (1), a text with a button (2),
/// an invitation to reply (3), a message with a keyboard (4) and a text without anything (5).
/// </summary>
public sealed class RefusalFactsTests
{
    private static readonly string[] Chat =
    [
        """{"chat_id":1001,"text":"x","reply_markup":{"inline_keyboard":[[{"text":"a","callback_data":"b"}]]}}""",
        """{"chat_id":1001,"text":"x","reply_markup":{"force_reply":true}}""",
        """{"chat_id":1001,"text":"x","reply_markup":{"keyboard":[["a"]]}}""",
        """{"chat_id":1001,"text":"x"}""",
    ];

    public static TheoryData<string, string, string, string> Facts { get; } = new()
    {
        { "a text has at most 4096 characters", "sendMessage", $$"""{"chat_id":1001,"text":"{{X(4097)}}"}""", "message is too long" },
        { "a text is not empty", "sendMessage", """{"chat_id":1001,"text":""}""", "message text is empty" },
        { "callback data has at most 64 bytes", "sendMessage", WithButton("a", X(65)), "BUTTON_DATA_INVALID" },
        { "64 characters may be 128 bytes", "sendMessage", WithButton("a", new string('ё', 64)), "BUTTON_DATA_INVALID" },
        { "a button says something", "sendMessage", WithButton(" ", "b"), "inline keyboard button text must be non-empty" },
        { "a keyboard has at most 100 buttons", "sendMessage", Buttons(101), "reply markup is too long" },
        { "a placeholder has at most 64 characters", "sendMessage", Placeholder(65), "input field placeholder must be from 1 to 64 characters" },
        { "an answer to a press has at most 200 characters", "answerCallbackQuery", $$"""{"callback_query_id":"1","text":"{{X(201)}}"}""", "MESSAGE_TOO_LONG" },
        { "a press is answered in time", "answerCallbackQuery", """{"callback_query_id":"1"}""", "query is too old and response timeout expired or query ID is invalid" },
        { "nobody pays here", "answerPreCheckoutQuery", """{"pre_checkout_query_id":"1","ok":true}""", "query is too old and response timeout expired or query ID is invalid" },
        { "an album is not empty", "sendMediaGroup", """{"chat_id":1001,"media":[]}""", "there are no messages to send" },
        { "an album has at most 10 messages", "sendMediaGroup", Album(11), "too many messages to send as an album" },
        { "an album says what it holds", "sendMediaGroup", """{"chat_id":1001}""", "parameter \"media\" is required" },
        { "an edit changes something", "editMessageText", """{"chat_id":1001,"message_id":5,"text":"x"}""", NotModified },
        { "an edit takes a keyboard away, which changes something", "editMessageText", """{"chat_id":1001,"message_id":2,"text":"x"}""", "" },
        { "what is not there is not edited", "editMessageText", """{"chat_id":1001,"message_id":99,"text":"y"}""", "message to edit not found" },
        { "an invitation to reply is not edited", "editMessageText", """{"chat_id":1001,"message_id":3,"text":"y"}""", "message can't be edited" },
        { "a message with a keyboard is not edited", "editMessageText", """{"chat_id":1001,"message_id":4,"text":"y"}""", "message can't be edited" },
        { "a person's message is not edited", "editMessageText", """{"chat_id":1001,"message_id":1,"text":"y"}""", "message can't be edited" },
        { "a text has no caption", "editMessageCaption", """{"chat_id":1001,"message_id":5,"caption":"y"}""", "there is no caption in the message to edit" },
        { "an edit takes inline keyboards", "editMessageReplyMarkup", """{"chat_id":1001,"message_id":5,"reply_markup":{"keyboard":[["a"]]}}""", "inline keyboard expected" },
        { "what is not there is not deleted", "deleteMessage", """{"chat_id":1001,"message_id":99}""", "message to delete not found" },
        { "a person's message may be deleted", "deleteMessage", """{"chat_id":1001,"message_id":1}""", "" },
        { "100 messages are deleted at once", "deleteMessages", Ids(100), "" },
        { "101 are too many", "deleteMessages", Ids(101), "too many message identifiers specified" },
        { "a chat must be known", "sendMessage", """{"chat_id":5,"text":"x"}""", "chat not found" },
        { "a chat must be named", "sendMessage", """{"text":"x"}""", "chat_id is empty" },
        { "a secret has at most 256 characters", "setWebhook", $$"""{"url":"https://lavka.example","secret_token":"{{X(257)}}"}""", "secret token is too long" },
        { "a secret has letters, digits, _ and -", "setWebhook", """{"url":"https://lavka.example","secret_token":"a.b"}""", "secret token contains unallowed characters" },
        { "a file must be known", "getFile", """{"file_id":"x"}""", "invalid file_id" },
        { "100 commands are kept", "setMyCommands", Commands(100), "" },
        { "101 are too many commands", "setMyCommands", Commands(101), "BOT_COMMANDS_TOO_MUCH" },
        { "a busy bot does something known", "sendChatAction", """{"chat_id":1001,"action":"dancing"}""", "wrong parameter action in request" },
        { "what is not documented is refused", "sendMessage", """{"chat_id":1001,"text":"x","colour":"red"}""", "unknown field \"colour\"" },
    };

    private static string NotModified =>
        "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message";

    [Theory]
    [MemberData(nameof(Facts))]
    public async Task telegram_says(string fact, string method, string call, string refusal)
    {
        await using var simulator = await TestSimulator.StartWithAnna();
        foreach (var message in Chat)
            await simulator.Call("sendMessage", message);
        var answer = await simulator.Call(method, call);
        if (refusal.Length == 0)
            answer.Result.ShouldNotBeNull(fact);
        else
            answer.ShouldBeRefused(400, $"Bad Request: {refusal}");
    }

    private static string X(int count) => new('x', count);

    private static string WithButton(string text, string data) =>
        $$"""{"chat_id":1001,"text":"x","reply_markup":{"inline_keyboard":[[{"text":"{{text}}","callback_data":"{{data}}"}]]} }""";

    private static string Buttons(int count) => new JsonObject
    {
        ["chat_id"] = 1001,
        ["text"] = "x",
        ["reply_markup"] = new JsonObject
        {
            ["inline_keyboard"] = new JsonArray([.. Enumerable.Range(0, count).Select(_ => new JsonArray(new JsonObject { ["text"] = "a", ["callback_data"] = "b" }))]),
        },
    }.ToJsonString();

    private static string Placeholder(int length) =>
        $$"""{"chat_id":1001,"text":"x","reply_markup":{"force_reply":true,"input_field_placeholder":"{{X(length)}}"} }""";

    private static string Album(int count) =>
        $$"""{"chat_id":1001,"media":[{{string.Join(',', Enumerable.Repeat("""{"type":"photo","media":"x"}""", count))}}]}""";

    private static string Ids(int count) => $$"""{"chat_id":1001,"message_ids":[{{string.Join(',', Enumerable.Range(2, count))}}]}""";

    private static string Commands(int count) =>
        $$"""{"commands":[{{string.Join(',', Enumerable.Repeat("""{"command":"a","description":"b"}""", count))}}]}""";
}
