namespace Lavka.Durable;

/// <summary>
/// What <see cref="Outbox"/> does to one row, done to many by one statement, on engines that take a column as an array. None of it names the condition of the index of
/// waiting rows: with young statistics a planner takes them for few, and would read all of them for each row.
/// </summary>
internal static class OutboxColumns
{
    public static Task MarkSent(StoreTransaction tx, IReadOnlyList<OutboxSent> rows, CancellationToken ct)
    {
        foreach (var row in rows) tx.Sent(row.Chat, row.Seq, row.MessageId);
        return tx.Sql("""
            update outbox set state = 'Sent', message_id = sent.message, body = '', error = null, attempt = attempt + 1, done_at = @now, doubts = sent.doubts
            from unnest(@bots, @chats, @seqs, @messages, @doubts) as sent (bot, chat, seq, message, doubts)
            where outbox.bot = sent.bot and outbox.chat = sent.chat and outbox.seq = sent.seq and done_at is null
            """,
            ("bots", Column(rows, row => row.Chat.Bot.Value)), ("chats", Column(rows, row => row.Chat.Chat)), ("seqs", Column(rows, row => row.Seq)),
            ("messages", Column(rows, row => row.MessageId)), ("doubts", Column(rows, row => row.Doubts)), ("now", tx.Now)).Run(ct);
    }

    /// <returns>Of each, whether it still waits.</returns>
    public static async Task<IReadOnlyList<bool>> Doubt(StoreTransaction tx, IReadOnlyList<OutboxRow> rows, CancellationToken ct)
    {
        var waiting = new bool[rows.Count];
        foreach (var place in await tx.Sql("""
            update outbox set doubts = 1 from unnest(@places, @bots, @chats, @seqs) as called (place, bot, chat, seq)
            where outbox.bot = called.bot and outbox.chat = called.chat and outbox.seq = called.seq and done_at is null
            returning called.place
            """,
            ("places", Enumerable.Range(0, rows.Count).ToArray()), ("bots", Column(rows, row => row.Chat.Bot.Value)), ("chats", Column(rows, row => row.Chat.Chat)),
            ("seqs", Column(rows, row => row.Seq))).All(row => row.Int(0), ct)) waiting[place] = true;
        return waiting;
    }

    /// <summary>Of edits that were just added, those of messages that will never be there.</summary>
    public static async Task<IReadOnlyList<OutboxRow>> Orphans(StoreTransaction tx, IReadOnlyList<OutboxRow> edits, CancellationToken ct)
    {
        var orphans = await tx.Sql("""
            select edit.place from unnest(@places, @bots, @chats, @targets) as edit (place, bot, chat, target)
            where coalesce((select state from outbox where bot = edit.bot and chat = edit.chat and seq = edit.target), 'Dropped') = 'Dropped'
            order by edit.place
            """,
            ("places", Enumerable.Range(0, edits.Count).ToArray()), ("bots", Column(edits, row => row.Chat.Bot.Value)), ("chats", Column(edits, row => row.Chat.Chat)),
            ("targets", Column(edits, row => row.EditsSeq!.Value))).All(row => row.Int(0), ct);
        return [.. orphans.Select(at => edits[at])];
    }

    private static T[] Column<TRow, T>(IReadOnlyList<TRow> rows, Func<TRow, T> value) => [.. rows.Select(value)];
}
