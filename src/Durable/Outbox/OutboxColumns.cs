namespace Lavka.Durable;

/// <summary>What <see cref="Outbox"/> does to one row, done to many by one statement, on engines that take a column as an array.</summary>
internal static class OutboxColumns
{
    public static async Task Add(StoreTransaction tx, IReadOnlyList<OutboxRow> rows, CancellationToken ct)
    {
        await tx.Sql("""
            insert into outbox (bot, chat, seq, act, edits_seq, edits_message, body, urgency, file, rush, state, added_at, due_at)
            select new.*, 'Waiting', @now, @now
            from unnest(@bots, @chats, @seqs, @acts, @edits_seqs, @edits_messages, @bodies, @urgencies, @files, @rushes) as new
            """,
            ("bots", Column(rows, row => row.Chat.Bot.Value)), ("chats", Column(rows, row => row.Chat.Chat)), ("seqs", Column(rows, row => row.Seq)),
            ("acts", Column(rows, row => row.Act)), ("edits_seqs", Column(rows, row => row.EditsSeq)), ("edits_messages", Column(rows, row => row.EditsMessage)),
            ("bodies", Column(rows, row => row.Body)), ("urgencies", Column(rows, row => row.Urgency.ToString())), ("files", Column(rows, row => row.File)),
            ("rushes", Column(rows, row => row.Urgency is Urgency.Interactive ? 1 : 0)), ("now", tx.Now)).Run(ct);
        await DropOrphans(tx, [.. rows.Where(row => row is { EditsSeq: not null, EditsMessage: null })], ct);
        await Hurry(tx, [.. rows.Where(row => row.Urgency is Urgency.Interactive)], ct);
        tx.AfterCommit(tx.Store.MailCommitted);
    }

    public static Task MarkSent(StoreTransaction tx, IReadOnlyList<OutboxSent> rows, CancellationToken ct) => tx.Sql("""
        update outbox set state = 'Sent', message_id = sent.message, body = '', error = null, attempt = attempt + 1, done_at = @now
        from unnest(@bots, @chats, @seqs, @messages) as sent (bot, chat, seq, message)
        where outbox.bot = sent.bot and outbox.chat = sent.chat and outbox.seq = sent.seq and state = 'Waiting'
        """,
        ("bots", Column(rows, row => row.Chat.Bot.Value)), ("chats", Column(rows, row => row.Chat.Chat)), ("seqs", Column(rows, row => row.Seq)),
        ("messages", Column(rows, row => row.MessageId)), ("now", tx.Now)).Run(ct);

    /// <summary>Edits of messages that were dropped.</summary>
    private static async Task DropOrphans(StoreTransaction tx, IReadOnlyList<OutboxRow> edits, CancellationToken ct)
    {
        if (edits.Count == 0) return;
        var orphans = await tx.Sql("""
            select edit.place from unnest(@places, @bots, @chats, @targets) as edit (place, bot, chat, target)
            where not exists (
              select 1 from outbox where outbox.bot = edit.bot and outbox.chat = edit.chat and outbox.seq = edit.target and state in ('Waiting', 'Sent'))
            order by edit.place
            """,
            ("places", Enumerable.Range(0, edits.Count).ToArray()), ("bots", Column(edits, row => row.Chat.Bot.Value)), ("chats", Column(edits, row => row.Chat.Chat)),
            ("targets", Column(edits, row => row.EditsSeq!.Value))).All(row => row.Int(0), ct);
        foreach (var at in orphans) await Outbox.Drop(tx, edits[at].Chat, edits[at].Seq, Outbox.Orphaned, ct);
    }

    private static Task Hurry(StoreTransaction tx, IReadOnlyList<OutboxRow> rows, CancellationToken ct) => rows.Count == 0 ? Task.CompletedTask : tx.Sql("""
        update outbox set rush = 1 from unnest(@bots, @chats) as hurried (bot, chat)
        where outbox.bot = hurried.bot and outbox.chat = hurried.chat and state = 'Waiting' and rush = 0
        """, ("bots", Column(rows, row => row.Chat.Bot.Value)), ("chats", Column(rows, row => row.Chat.Chat))).Run(ct);

    private static T[] Column<TRow, T>(IReadOnlyList<TRow> rows, Func<TRow, T> value) => [.. rows.Select(value)];
}
