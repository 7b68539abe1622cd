using System.Globalization;
using Lavka.Durable;
using Lavka.Talk;

namespace Lavka.Bot;

/// <summary>Who of a bot's people is heard. Without a limit everybody is.</summary>
internal sealed class RateGate(RateLimit? limit, Store store)
{
    /// <summary>What this program remembers of a chat is enough to say that the update is not heard: nothing is read, nothing is written.</summary>
    public bool IsShut(ChatState? known, Inbound update) => known is not null && Counts(update) && MayReject(update.What) && limit!.IsBanned(known.Tempo, store.Now);

    public (Ruling Ruling, Tempo? Tempo) Judge(ChatState state, Inbound update) =>
        limit is null ? (Ruling.Accepted, null) : Counts(update) ? limit.Judge(state.Tempo, store.Now, MayReject(update.What)) : (Ruling.Accepted, state.Tempo);

    /// <summary>The turn of the update that was one too many: he is told once, and his name is put on the list.</summary>
    public Stage Ban(ChatKey chat, ChatState state, Tempo tempo)
    {
        var stage = new Stage(state with { Tempo = tempo });
        stage.SayBeside(new View(BotTexts.TooFast.With("most", Number(limit!.Most)).With("window", Number(limit.Window.TotalSeconds)).With("ban", Number(limit.Ban.TotalSeconds))));
        var since = DateTimeOffset.FromUnixTimeMilliseconds(tempo.Last);
        stage.AlsoWrite((tx, ct) => Durable.Ban.Keep(tx, new Ban(chat, since, since + limit.Ban), ct));
        return stage;
    }

    /// <summary>Ends a ban in a turn of its chat; false when there is none.</summary>
    public bool Lift(ChatKey chat, Stage stage)
    {
        if (limit?.IsBanned(stage.State.Tempo, store.Now) is not true) return false;
        stage.State = stage.State with { Tempo = null };
        stage.AlsoWrite((tx, ct) => Durable.Ban.Lift(tx, chat, ct));
        stage.AlsoWrite((tx, ct) => Chats.Recall(tx, chat, ct));
        return true;
    }

    public Task<IReadOnlyList<Ban>> Bans(BotId bot, CancellationToken ct) => store.Read((tx, stop) => Durable.Ban.After(tx, bot, store.Now, stop), ct);

    /// <summary>Only what comes from a person's own chat: what is said in a group asks the bot for nothing.</summary>
    private bool Counts(Inbound update) => limit is not null && update.Chat == update.From.Id && !limit.Exempt.Contains(update.From.Id);

    /// <summary>Money that was paid, and that somebody has gone or come back, are facts: they are heard whoever tells them.</summary>
    private static bool MayReject(Happening what) => what is not (Happening.Checkout or Happening.Other { IsPayment: true } or Happening.Left or Happening.Returned);

    private static string Number(double number) => number.ToString("0", CultureInfo.InvariantCulture);
}
