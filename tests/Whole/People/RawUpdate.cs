using System.Globalization;
using System.Text.Json.Nodes;

namespace Lavka.Whole;

/// <summary>Updates of the Bot API as Telegram would write them (core.telegram.org/bots/api#update), in a private chat.</summary>
public static class RawUpdate
{
    private static long _lastQuery = 700_000_000;

    private static long Now => TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();

    public static JsonObject Wrote(long updateId, long person, string text) => With(updateId, Wrote(person, text));

    /// <summary>Without an id: Telegram gives it one.</summary>
    public static JsonObject Wrote(long person, string text) => new() { ["message"] = Message(1, person, text) };

    public static JsonObject Pressed(long updateId, long person, int message, string data) => With(updateId, Pressed(person, message, data));

    /// <summary>Without an id: Telegram gives it one.</summary>
    public static JsonObject Pressed(long person, int message, string data) => new()
    {
        ["callback_query"] = new JsonObject
        {
            ["id"] = Interlocked.Increment(ref _lastQuery).ToString(CultureInfo.InvariantCulture), ["from"] = From(person), ["chat_instance"] = "1", ["data"] = data,
            ["message"] = Message(message, person, "…"),
        },
    };

    /// <summary>An invoice of the messenger's own is about to be paid.</summary>
    public static JsonObject Pays(long updateId, long person, string query) => With(updateId, new JsonObject
    {
        ["pre_checkout_query"] = new JsonObject { ["id"] = query, ["from"] = From(person), ["currency"] = "XTR", ["total_amount"] = 100, ["invoice_payload"] = "made up" },
    });

    /// <summary>An old message was edited. Without an id: Telegram gives it one.</summary>
    public static JsonObject Edited(long person)
    {
        var message = Message(1, person, "An old message, mended");
        message["edit_date"] = Now;
        return new JsonObject { ["edited_message"] = message };
    }

    private static JsonObject With(long updateId, JsonObject update)
    {
        update["update_id"] = updateId;
        return update;
    }

    private static JsonObject Message(long id, long person, string text) => new()
    {
        ["message_id"] = id, ["from"] = From(person), ["chat"] = new JsonObject { ["id"] = person, ["type"] = "private", ["first_name"] = "Kate" },
        ["date"] = Now, ["text"] = text,
    };

    private static JsonObject From(long person) => new() { ["id"] = person, ["is_bot"] = false, ["first_name"] = "Kate", ["language_code"] = "en" };
}
