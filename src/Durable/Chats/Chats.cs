namespace Lavka.Durable;

/// <summary>
/// The state of every chat. Its version guards it: of two turns that began on one version only one is saved, on whatever thread or node
/// they ran.
/// </summary>
public static class Chats
{
    public static Task<ChatRow?> Load(StoreTransaction tx, ChatKey key, CancellationToken ct) =>
        tx.Sql("select version, state, unreachable_since from chats where bot = @bot and chat = @chat", ("bot", key.Bot.Value), ("chat", key.Chat))
            .First(row => new ChatRow(key, row.Long(0), row.Text(1), row.TimeOrNull(2)), ct);

    /// <summary>Saves what a turn made of the version that it began with; <paramref name="expectedVersion"/> is 0 when there was no row.</summary>
    /// <returns>False when somebody else saved meanwhile: nothing was written, load again and repeat the turn.</returns>
    public static async Task<bool> Save(StoreTransaction tx, ChatKey key, long expectedVersion, string state, CancellationToken ct)
    {
        var statement = expectedVersion == 0
            ? tx.Sql("insert into chats (bot, chat, version, state) values (@bot, @chat, 1, @state) on conflict (bot, chat) do nothing",
                ("bot", key.Bot.Value), ("chat", key.Chat), ("state", state))
            : tx.Sql("update chats set version = version + 1, state = @state where bot = @bot and chat = @chat and version = @version",
                ("bot", key.Bot.Value), ("chat", key.Chat), ("state", state), ("version", expectedVersion));
        return await statement.Run(ct) == 1;
    }

    /// <summary>
    /// What many turns leave, each of another chat: the state, and what is to be said when the state was saved. Together with others that do the same it can end in a
    /// deadlock, which the engine sees and undoes: use it in a <see cref="GroupCommit{TItem, TResult}"/>.
    /// </summary>
    /// <returns>Of each, whether it was saved.</returns>
    public static async Task<IReadOnlyList<bool>> Save(StoreTransaction tx, IReadOnlyList<ChatSave> saves, CancellationToken ct)
    {
        var saved = new bool[saves.Count];
        var isTogether = tx.Dialect.TakesArrays;
        if (isTogether) await ChatColumns.Save(tx, saves, saved, ct);
        for (var at = 0; at < saves.Count; at++)
        {
            if (isTogether && saves[at].Version > 0) continue;
            saved[at] = await Save(tx, saves[at].Key, saves[at].Version, saves[at].State, ct);
            if (saved[at]) await Outbox.Add(tx, saves[at].Rows, ct);
        }
        return saved;
    }

    /// <summary>What programs remember of this chat is not to be relied on: they read it anew, milliseconds after the commit (<see cref="Store.WhenRecalled"/>).</summary>
    public static async Task Recall(StoreTransaction tx, ChatKey key, CancellationToken ct)
    {
        tx.AfterCommit(() => tx.Store.Recall(key));
        if (!tx.Dialect.IsShared) return;
        await tx.Sql("select 1 from pg_notify(@channel, @news)", ("channel", PostgresNode.Channel), ("news", $"{PostgresNode.Recalled} {key.Bot} {key.Chat}"))
            .First(row => row.Int(0), ct);
    }

    /// <summary>The person blocked the bot or is gone. The first moment is kept; the version stays, since no turn happened.</summary>
    public static Task MarkUnreachable(StoreTransaction tx, ChatKey key, CancellationToken ct) =>
        tx.Sql("update chats set unreachable_since = coalesce(unreachable_since, @now) where bot = @bot and chat = @chat",
            ("bot", key.Bot.Value), ("chat", key.Chat), ("now", tx.Now)).Run(ct);

    public static Task MarkReachable(StoreTransaction tx, ChatKey key, CancellationToken ct) =>
        tx.Sql("update chats set unreachable_since = null where bot = @bot and chat = @chat and unreachable_since is not null",
            ("bot", key.Bot.Value), ("chat", key.Chat)).Run(ct);
}
