using System.Text.Json.Nodes;

namespace Lavka.Simulator.Telegram.Delivery;

/// <summary>
/// What Telegram's server decides by the kind of an update: the queue it waits in and how long it is worth delivering
/// (telegram-bot-api, Client.cpp; reference/platform.md 3.1).
/// </summary>
public static class UpdateKind
{
    /// <summary>The kinds that go out only to a bot that asked for them by name.</summary>
    private static readonly string[] OnlyWhenAsked = ["chat_member", "message_reaction", "message_reaction_count"];

    private static readonly TimeSpan Day = TimeSpan.FromHours(24);
    private static readonly TimeSpan AnswerWindow = TimeSpan.FromSeconds(150);

    public static bool IsDefault(string kind) => !OnlyWhenAsked.Contains(kind);

    /// <summary>Updates of one queue are delivered one after another, of several queues side by side. Null when the update names nobody.</summary>
    public static long? QueueOf(string kind, JsonNode payload) => kind switch
    {
        "inline_query" => Queue(From(payload), 1),
        "chosen_inline_result" => Queue(From(payload), 2),
        "callback_query" => Queue(From(payload), 3),
        "shipping_query" or "pre_checkout_query" => Queue(From(payload), 4),
        "my_chat_member" => Queue(Chat(payload), 5),
        "chat_member" => Queue(From(payload), 6),
        _ => Chat(payload) ?? From(payload),
    };

    public static DateTimeOffset ExpiryOf(string kind, JsonNode payload, DateTimeOffset now) => kind switch
    {
        "callback_query" or "shipping_query" or "pre_checkout_query" => now + AnswerWindow,
        "inline_query" => now + TimeSpan.FromSeconds(30),
        "chosen_inline_result" => now + TimeSpan.FromMinutes(10),
        "message" when Number(payload, "date") is { } date => DateTimeOffset.FromUnixTimeSeconds(date) + Day,
        _ => now + Day,
    };

    private static long? Queue(long? owner, int number) => owner + ((long)number << 33);

    private static long? From(JsonNode payload) => Number(payload["from"], "id");

    private static long? Chat(JsonNode payload) => Number(payload["chat"], "id");

    private static long? Number(JsonNode? json, string name) => json is JsonObject owner ? (long?)owner[name] : null;
}
