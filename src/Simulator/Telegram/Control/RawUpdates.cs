using System.Text.Json.Nodes;
using Lavka.Simulator.Telegram.Delivery;
using Lavka.Simulator.Telegram.State;

namespace Lavka.Simulator.Telegram.Control;

/// <summary>
/// Puts an update of a test's own making on its way. Who it comes from is known from then on and may be written to;
/// a callback query in it may be answered.
/// </summary>
public sealed class RawUpdates(People people, OpenPresses presses)
{
    /// <summary>Null when the bot does not want this kind.</summary>
    public PendingUpdate? Enqueue(BotAccount bot, JsonObject update)
    {
        if (update.Where(field => field.Key != "update_id").ToArray() is not [(var kind, JsonObject payload)])
            throw RefusedException.BadRequest("an update has one payload");
        if (payload["from"] is JsonObject from && from["id"] is { } id)
            Meet(bot, (long)id, from);
        if (kind == "callback_query" && (string?)payload["id"] is { } press)
            presses.Open(bot.Id, press);
        return bot.Updates.Enqueue(kind, payload, (long?)update["update_id"]);
    }

    private void Meet(BotAccount bot, long id, JsonObject from) => bot.With(people.Meet(
        id,
        (string?)from["first_name"] ?? $"Person {id}",
        (string?)from["last_name"],
        (string?)from["username"],
        (string?)from["language_code"])).Start();
}
