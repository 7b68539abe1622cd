namespace Lavka.Durable;

/// <summary>
/// A person who is not heard until a time because he asked too much. The chat's own state decides; these rows, written with it, are the list of all who are banned.
/// </summary>
public sealed record Ban(ChatKey Chat, DateTimeOffset Since, DateTimeOffset Until)
{
    /// <summary>A new one takes the place of an old one.</summary>
    public static Task Keep(StoreTransaction tx, Ban ban, CancellationToken ct) => tx.Sql("""
        insert into bans (bot, chat, since, until) values (@bot, @chat, @since, @until)
        on conflict (bot, chat) do update set since = excluded.since, until = excluded.until
        """, ("bot", ban.Chat.Bot.Value), ("chat", ban.Chat.Chat), ("since", ban.Since), ("until", ban.Until)).Run(ct);

    public static Task Lift(StoreTransaction tx, ChatKey chat, CancellationToken ct) =>
        tx.Sql("delete from bans where bot = @bot and chat = @chat", ("bot", chat.Bot.Value), ("chat", chat.Chat)).Run(ct);

    /// <summary>Those of a bot that end later than a time, the youngest first.</summary>
    public static Task<IReadOnlyList<Ban>> After(StoreTransaction tx, BotId bot, DateTimeOffset now, CancellationToken ct) =>
        tx.Sql("select chat, since, until from bans where bot = @bot and until > @now order by since desc, chat", ("bot", bot.Value), ("now", now))
            .All(row => new Ban(new ChatKey(bot, row.Text(0)), row.Time(1), row.Time(2)), ct);

    /// <summary>Forgets at most <paramref name="limit"/> that ended before a time.</summary>
    /// <returns>How many were forgotten.</returns>
    public static Task<int> Prune(StoreTransaction tx, DateTimeOffset before, int limit, CancellationToken ct) => tx.Sql("""
        delete from bans where (bot, chat) in (select bot, chat from bans where until < @before order by until limit @limit)
        """, ("before", before), ("limit", limit)).Run(ct);
}
