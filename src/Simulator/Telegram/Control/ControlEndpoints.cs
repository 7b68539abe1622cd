using System.Text.Json.Nodes;
using Lavka.Simulator.Telegram.Chat;
using Lavka.Simulator.Telegram.Files;
using Lavka.Simulator.Telegram.State;

namespace Lavka.Simulator.Telegram.Control;

/// <summary>What tests ask of the simulator: who called what, what waits, what shall go wrong, and to begin anew.</summary>
public static class ControlEndpoints
{
    public static void MapControl(this IEndpointRouteBuilder routes)
    {
        var sim = routes.MapGroup("/sim").AddEndpointFilter<RefusalFilter>();
        sim.MapPost("/bots", (BotRegistration bot, BotAccounts bots) =>
            Results.Json(bots.Register(bot).ToView(), ChatJson.Default.BotView));
        sim.MapGet("/calls", (CallLog calls, long? bot, long? after) =>
            Results.Json([.. calls.After(after ?? 0, bot)], ControlJson.Default.AcceptedCallArray));
        sim.MapGet("/refused", (RefusalLog refusals, long? bot) => Results.Json([.. refusals.Of(bot)], ControlJson.Default.RefusedCallArray));
        sim.MapFaults();
        sim.MapGet("/limits", (Limits limits) => Results.Json(limits.Now, ControlJson.Default.SendingLimits));
        sim.MapPut("/limits", (Limits limits, SendingLimits asked) =>
        {
            limits.Set(asked);
            return Results.Json(limits.Now, ControlJson.Default.SendingLimits);
        });
        sim.MapPost("/updates", Enqueue);
        sim.MapPost("/updates/renumber", (BotAccounts bots, long bot) =>
        {
            bots.Get(bot).Updates.Renumber();
            return Results.NoContent();
        });
        sim.MapGet("/queue", (BotAccounts bots, long bot) => Results.Json(Queue(bots.Get(bot)), ControlJson.Default.QueueView));
        sim.MapGet("/chat/{bot:long}/{person:long}", ([AsParameters] ChatOf of) => Results.Json(Chat(of.Conversation), ChatJson.Default.ChatState));
        sim.MapPost("/reset", Reset);
    }

    private static IResult Enqueue(UpdateRequest asked, BotAccounts bots, RawUpdates updates) =>
        updates.Enqueue(bots.Get(asked.Bot), asked.Update) is { } update
            ? Results.Json(ToView(update), ControlJson.Default.PendingView)
            : throw RefusedException.BadRequest("the bot does not want updates of this kind");

    private static ChatState Chat(Conversation conversation)
    {
        lock (conversation.Gate)
            return conversation.ToView() with
            {
                LiveKeyboards = [.. conversation.Messages.Where(message => message.Keyboard is { IsLive: true }).Select(message => message.Id)],
            };
    }

    private static QueueView Queue(BotAccount bot) => new(
        [.. bot.Updates.Pending.All.Select(ToView)],
        bot.Updates.Webhook?.Url,
        bot.Updates.LastError?.Reason,
        bot.Updates.LastError?.At.ToUnixTimeSeconds());

    private static PendingView ToView(Delivery.PendingUpdate update) =>
        new(update.Id, update.Kind, update.Queue, update.Backoff.Failures, update.ExpiresAt.ToUnixTimeSeconds(), JsonNode.Parse(update.Json)!);

    /// <summary>Bots, webhooks, commands and the clock stay; chats, people, files, updates, faults, limits and logs are as at the start.</summary>
    private static IResult Reset(
        BotAccounts bots, People people, FileStore files, OpenPresses presses, Faults faults, Limits limits, CallLog calls, RefusalLog refusals)
    {
        foreach (var bot in bots.All)
            bot.Forget();
        people.Reset();
        files.Clear();
        presses.Clear();
        faults.Clear();
        limits.Set(new SendingLimits());
        calls.Clear();
        refusals.Clear();
        return Results.NoContent();
    }
}
