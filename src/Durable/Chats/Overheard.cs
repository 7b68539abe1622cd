namespace Lavka.Durable;

/// <summary>What a person wrote while an operator had his chat: the bot does not answer it, and nothing of it is lost. Kept as long as what was said to him.</summary>
public sealed record Overheard(long Seq, string Text, DateTimeOffset At)
{
    public static Task Keep(StoreTransaction tx, ChatKey chat, long seq, string text, CancellationToken ct) =>
        tx.Sql("insert into overheard (bot, chat, seq, text, heard_at) values (@bot, @chat, @seq, @text, @now)",
            ("bot", chat.Bot.Value), ("chat", chat.Chat), ("seq", seq), ("text", text), ("now", tx.Now)).Run(ct);

    /// <summary>The latest, the oldest of them first.</summary>
    public static async Task<IReadOnlyList<Overheard>> Latest(StoreTransaction tx, ChatKey chat, int limit, CancellationToken ct)
    {
        var latest = await tx.Sql("select seq, text, heard_at from overheard where bot = @bot and chat = @chat order by seq desc limit @limit",
            ("bot", chat.Bot.Value), ("chat", chat.Chat), ("limit", limit)).All(row => new Overheard(row.Long(0), row.Text(1), row.Time(2)), ct);
        return [.. latest.Reverse()];
    }

    /// <summary>Forgets at most <paramref name="limit"/> that are older than a time.</summary>
    /// <returns>How many were forgotten.</returns>
    public static Task<int> Prune(StoreTransaction tx, DateTimeOffset before, int limit, CancellationToken ct) => tx.Sql("""
        delete from overheard where (bot, chat, seq) in (select bot, chat, seq from overheard where heard_at < @before order by heard_at limit @limit)
        """, ("before", before), ("limit", limit)).Run(ct);
}
