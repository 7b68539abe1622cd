using System.Text.Json;

namespace Lavka.Simulator.Telegram.Api;

/// <summary>The kinds of updates a bot asks for, in setWebhook and getUpdates alike.</summary>
public static class AllowedUpdates
{
    /// <summary>A list replaces the bot's own, an empty one brings the default set back, an omitted one changes nothing.</summary>
    public static void Remember(Call call)
    {
        if (call.Arguments.Json("allowed_updates") is not { } json)
            return;
        if (json.ValueKind != JsonValueKind.Array || json.EnumerateArray().Any(kind => kind.ValueKind != JsonValueKind.String))
            throw RefusedException.BadRequest("can't parse allowed updates: expected an Array of String");
        call.Bot.Updates.Allowed = [.. json.EnumerateArray().Select(JsonText.Of)];
    }
}
