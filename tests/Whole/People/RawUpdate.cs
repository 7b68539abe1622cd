using System.Globalization;
using System.Text.Json.Nodes;

namespace Lavka.Whole;

/// <summary>Updates of the Bot API as Telegram would write them (core.telegram.org/bots/api#update), in a private chat.</summary>
public static class RawUpdate
{
    private const long Date = 1_790_000_000;

    public static JsonObject Wrote(long updateId, long person, string text) =>
        new() { ["update_id"] = updateId, ["message"] = Message(updateId, person, text) };

    public static JsonObject Pressed(long updateId, long person, int message, string data) => new()
    {
        ["update_id"] = updateId,
        ["callback_query"] = new JsonObject
        {
            ["id"] = updateId.ToString(CultureInfo.InvariantCulture), ["from"] = From(person), ["chat_instance"] = "1", ["data"] = data,
            ["message"] = Message(message, person, "…"),
        },
    };

    /// <summary>An old message was edited. Without an id: Telegram gives it one.</summary>
    public static JsonObject Edited(long person)
    {
        var message = Message(1, person, "An old message, mended");
        message["edit_date"] = Date + 1;
        return new JsonObject { ["edited_message"] = message };
    }

    private static JsonObject Message(long id, long person, string text) => new()
    {
        ["message_id"] = id, ["from"] = From(person), ["chat"] = new JsonObject { ["id"] = person, ["type"] = "private", ["first_name"] = "Kate" },
        ["date"] = Date, ["text"] = text,
    };

    private static JsonObject From(long person) => new() { ["id"] = person, ["is_bot"] = false, ["first_name"] = "Kate", ["language_code"] = "en" };
}
