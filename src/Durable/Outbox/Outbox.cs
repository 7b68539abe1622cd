using System.Text.Json.Nodes;

namespace Lavka.Durable;

/// <summary>
/// What is to be said, written by the transaction that decided it, so a crash neither loses nor invents a message.
/// Each chat is served strictly by seq: a row that waits for a later time holds back those behind it. A chat in which something interactive waits goes before
/// the bulk, with whatever stands in front of it; among equals the oldest goes first. A row that was handed out and not marked is handed out again.
/// A single row that waits is found as one that is not done: were its state named, a planner that takes the waiting for few might look through all of them. Where many are looked
/// for, the order is one that only the right index has.
/// </summary>
public static class Outbox
{
    private const int Page = 256;

    private const string WaitingInChat =
        "select w.seq from outbox w where w.bot = @bot and w.chat = @chat and w.state = 'Waiting' order by w.bot, w.chat, w.seq limit 10000";

    /// <summary>An edit of a message that was dropped is dropped at once.</summary>
    public static async Task Add(StoreTransaction tx, OutboxRow row, CancellationToken ct)
    {
        await tx.Sql("""
            insert into outbox (bot, chat, seq, act, edits_seq, edits_message, body, urgency, file, rush, state, added_at, due_at)
            values (@bot, @chat, @seq, @act, @edits_seq, @edits_message, @body, @urgency, @file, @rush, 'Waiting', @now, @now)
            """,
            ("bot", row.Chat.Bot.Value), ("chat", row.Chat.Chat), ("seq", row.Seq), ("act", row.Act),
            ("edits_seq", row.EditsSeq), ("edits_message", row.EditsMessage), ("body", row.Body), ("urgency", row.Urgency), ("file", row.File),
            ("rush", row.Urgency is Urgency.Interactive ? 1 : 0), ("now", tx.Now)).Run(ct);
        await Added(tx, [row], hasBulk: true, ct);
    }

    public static async Task Add(StoreTransaction tx, IReadOnlyList<OutboxRow> rows, CancellationToken ct)
    {
        foreach (var row in rows) await Add(tx, row, ct);
    }

    /// <summary>What follows from rows that were just added, those of one chat in the order of their numbers.</summary>
    internal static async Task Added(StoreTransaction tx, IReadOnlyList<OutboxRow> rows, bool hasBulk, CancellationToken ct)
    {
        var orphans = await Orphans(tx, [.. rows.Where(row => !row.IsSure)], ct);
        foreach (var row in orphans) await Drop(tx, row.Chat, row.Seq, "The message that it changes was dropped.", ct);
        if (hasBulk)
            foreach (var chat in rows.Where(row => row.Urgency is Urgency.Interactive).Except(orphans).Select(row => row.Chat).Distinct()) await Hurry(tx, chat, ct);
        foreach (var row in rows) tx.Said(row);
    }

    /// <summary>
    /// For each chat its lowest unsent row when that is due, at most <paramref name="limit"/>, the most urgent first. Chats that are being served are
    /// left out.
    /// </summary>
    public static async Task<IReadOnlyList<OutboxEntry>> Due(StoreTransaction tx, BotId bot, IReadOnlySet<string> served, int limit, CancellationToken ct)
    {
        var heads = new List<OutboxEntry>();
        for (var skip = 0; heads.Count < limit; skip += Page)
        {
            var page = await Heads(tx, bot, served, skip, ct);
            heads.AddRange(page.OfType<OutboxEntry>().Take(limit - heads.Count));
            if (page.Count < Page) break;
        }
        return heads;
    }

    /// <summary>
    /// The next so many waiting rows in their order; null for one whose turn has not come. In pages, and with an order that only the index of a chat's rows has: a planner
    /// without statistics takes the waiting for few and would look at all of them, again and again. Chats that are being served are left out by the store: after an outage
    /// everything that waits may be theirs, and to read it all page by page would take longer the more there is.
    /// </summary>
    private static Task<IReadOnlyList<OutboxEntry?>> Heads(StoreTransaction tx, BotId bot, IReadOnlySet<string> served, int skip, CancellationToken ct) => tx.Sql($"""
        select o.chat, o.seq, o.act, o.edits_seq, o.edits_message, o.body, o.urgency, o.file,
          coalesce(o.edits_message, (select t.message_id from outbox t where t.bot = o.bot and t.chat = o.chat and t.seq = o.edits_seq)), o.attempt + 1, o.added_at, o.doubts,
          case when o.due_at > @now then 0 when o.seq = (select w.seq from outbox w where w.bot = o.bot and w.chat = o.chat and w.state = 'Waiting' order by w.bot, w.chat, w.seq limit 1) then 1 else 0 end,
          case when o.seq = (select w.seq from outbox w where w.bot = o.bot and w.chat = o.chat and w.state = 'Waiting' order by w.bot desc, w.chat desc, w.seq desc limit 1) then 1 else 0 end,
          o.rush
        from (
          select * from outbox where bot = @bot and state = 'Waiting' and chat not in ({(tx.Dialect.TakesArrays ? "select unnest(@served)" : "select value from json_each(@served)")})
          order by rush desc, added_at, seq limit {Page} offset @skip) o
        order by o.rush desc, o.added_at, o.seq
        """, ("bot", bot.Value), ("served", tx.Dialect.TakesArrays ? served.ToArray() : Json(served)), ("now", tx.Now), ("skip", skip)).All(row => row.Flag(12)
            ? new OutboxEntry(
                new OutboxRow(new ChatKey(bot, row.Text(0)), row.Long(1), row.Text(2), row.LongOrNull(3), row.TextOrNull(4), row.Text(5), row.Named<Urgency>(6), row.TextOrNull(7)),
                row.TextOrNull(8), row.Int(9), row.Time(10)) { Doubts = row.Int(11), IsLast = row.Flag(13), IsRushed = row.Flag(14) }
            : null, ct);

    /// <summary>What waits in one chat, in its order, at most so many, up to a row whose time has not come.</summary>
    public static async Task<IReadOnlyList<OutboxEntry>> Lane(StoreTransaction tx, ChatKey chat, int limit, CancellationToken ct)
    {
        var rows = await tx.Sql("""
            select o.seq, o.act, o.edits_seq, o.edits_message, o.body, o.urgency, o.file,
              coalesce(o.edits_message, (select t.message_id from outbox t where t.bot = o.bot and t.chat = o.chat and t.seq = o.edits_seq)),
              o.attempt + 1, o.added_at, o.doubts, o.due_at
            from outbox o where o.bot = @bot and o.chat = @chat and o.state = 'Waiting' order by o.bot, o.chat, o.seq limit @limit
            """, ("bot", chat.Bot.Value), ("chat", chat.Chat), ("limit", limit + 1)).All(row => (Due: row.Time(11), Entry: new OutboxEntry(
                new OutboxRow(chat, row.Long(0), row.Text(1), row.LongOrNull(2), row.TextOrNull(3), row.Text(4), row.Named<Urgency>(5), row.TextOrNull(6)),
                row.TextOrNull(7), row.Int(8), row.Time(9)) { Doubts = row.Int(10) }), ct);
        var due = rows.TakeWhile(row => row.Due <= tx.Now).Take(limit).Select(row => row.Entry).ToList();
        if (due.Count > 0) due[^1] = due[^1] with { IsLast = due.Count == rows.Count };
        return due;
    }

    /// <summary>When the next chat that waits for a later time may be served; null when none waits.</summary>
    public static Task<DateTimeOffset?> NextDue(StoreTransaction tx, BotId bot, CancellationToken ct) => tx.Sql("""
        select min(o.due_at) from outbox o
        where o.bot = @bot and o.state = 'Waiting' and o.due_at > @now
          and o.seq = (select w.seq from outbox w where w.bot = o.bot and w.chat = o.chat and w.state = 'Waiting' order by w.bot, w.chat, w.seq limit 1)
        """, ("bot", bot.Value), ("now", tx.Now)).First(row => row.TimeOrNull(0), ct);

    /// <summary>
    /// The messenger took it. The body is forgotten; the message's id stays so that later rows can change the message (an edit has the id of what it edited).
    /// </summary>
    public static Task MarkSent(StoreTransaction tx, ChatKey chat, long seq, string? messageId, CancellationToken ct) => MarkSent(tx, chat, seq, messageId, null, ct);

    /// <summary>The same for many rows, which were sent as they were to be.</summary>
    public static async Task MarkSent(StoreTransaction tx, IReadOnlyList<OutboxSent> rows, CancellationToken ct)
    {
        if (tx.Dialect.TakesArrays && rows.Count > 1) await OutboxColumns.MarkSent(tx, rows, ct);
        else foreach (var row in rows) await MarkSent(tx, row.Chat, row.Seq, row.MessageId, row.Doubts, ct);
    }

    /// <summary>It could not be sent and is tried again at <paramref name="due"/>; its chat waits with it.</summary>
    public static Task Reschedule(StoreTransaction tx, ChatKey chat, long seq, DateTimeOffset due, string why, CancellationToken ct)
    {
        tx.AfterCommit(tx.Store.MailCommitted);
        return tx.Sql("""
            update outbox set due_at = @due, attempt = attempt + 1, error = @why
            where bot = @bot and chat = @chat and seq = @seq and done_at is null
            """, ("bot", chat.Bot.Value), ("chat", chat.Chat), ("seq", seq), ("due", due), ("why", why)).Run(ct);
    }

    /// <summary>
    /// So many calls ended in doubt. Written before a call that must not be repeated, too: when its row is found again with a doubt, the process died in the call.
    /// </summary>
    /// <returns>Whether it still waits.</returns>
    public static async Task<bool> Doubt(StoreTransaction tx, ChatKey chat, long seq, int doubts, CancellationToken ct) =>
        await tx.Sql("update outbox set doubts = @doubts where bot = @bot and chat = @chat and seq = @seq and done_at is null",
            ("bot", chat.Bot.Value), ("chat", chat.Chat), ("seq", seq), ("doubts", doubts)).Run(ct) == 1;

    /// <summary>The same for many rows, whose calls are about to be made.</summary>
    /// <returns>Of each, whether it still waits.</returns>
    public static async Task<IReadOnlyList<bool>> Doubt(StoreTransaction tx, IReadOnlyList<OutboxRow> rows, CancellationToken ct)
    {
        if (tx.Dialect.TakesArrays && rows.Count > 1) return await OutboxColumns.Doubt(tx, rows, ct);
        var waiting = new bool[rows.Count];
        for (var at = 0; at < rows.Count; at++) waiting[at] = await Doubt(tx, rows[at].Chat, rows[at].Seq, 1, ct);
        return waiting;
    }

    /// <summary>
    /// Whether a message that nobody knows must be the one that a row sent in doubt: the row still waits to be repeated, and no other row sent this message.
    /// </summary>
    public static async Task<bool> MustBe(StoreTransaction tx, ChatKey chat, long seq, string messageId, CancellationToken ct) =>
        await tx.Sql("""
            select count(*) from outbox o where o.bot = @bot and o.chat = @chat and o.seq = @seq and o.done_at is null and o.doubts > 0
              and not exists (select 1 from outbox k where k.bot = o.bot and k.chat = o.chat and k.message_id = @message)
            """, ("bot", chat.Bot.Value), ("chat", chat.Chat), ("seq", seq), ("message", messageId)).First(row => row.Flag(0), ct);

    /// <summary>What a row said stands in another message now: later rows that change it change that one.</summary>
    public static Task Move(StoreTransaction tx, ChatKey chat, long seq, string messageId, CancellationToken ct)
    {
        tx.Sent(chat, seq, messageId);
        return tx.Sql("update outbox set message_id = @message where bot = @bot and chat = @chat and seq = @seq",
            ("bot", chat.Bot.Value), ("chat", chat.Chat), ("seq", seq), ("message", messageId)).Run(ct);
    }

    /// <summary>The messenger is back, or the clock was set back: whatever was put off may go now.</summary>
    public static Task Hasten(StoreTransaction tx, BotId bot, CancellationToken ct) =>
        tx.Sql("update outbox set due_at = @now where bot = @bot and state = 'Waiting' and due_at > @now", ("bot", bot.Value), ("now", tx.Now)).Run(ct);

    /// <summary>Nobody is there to read it: nothing that waits for this chat will ever be sent.</summary>
    public static Task Close(StoreTransaction tx, ChatKey chat, string why, CancellationToken ct) =>
        tx.Sql($"update outbox set state = 'Dropped', error = @why, done_at = @now where bot = @bot and chat = @chat and seq in ({WaitingInChat})",
            ("bot", chat.Bot.Value), ("chat", chat.Chat), ("why", why), ("now", tx.Now)).Run(ct);

    /// <summary>It will never be sent, and neither will the waiting edits of it. The row stays for a while with the reason.</summary>
    public static Task Drop(StoreTransaction tx, ChatKey chat, long seq, string why, CancellationToken ct) => tx.Sql("""
        with recursive gone (seq) as (
          select @seq
          union
          select o.seq from outbox o join gone on o.edits_seq = gone.seq
          where o.bot = @bot and o.chat = @chat and o.done_at is null and o.edits_message is null)
        update outbox set state = 'Dropped', error = @why, done_at = @now
        where bot = @bot and chat = @chat and done_at is null and seq in (select seq from gone)
        """, ("bot", chat.Bot.Value), ("chat", chat.Chat), ("seq", seq), ("why", why), ("now", tx.Now)).Run(ct);

    /// <summary>The messenger's id of what a row sent; null while it waits and when it was dropped or is long gone.</summary>
    public static Task<string?> MessageIdOf(StoreTransaction tx, ChatKey chat, long seq, CancellationToken ct) =>
        tx.Sql("select message_id from outbox where bot = @bot and chat = @chat and seq = @seq", ("bot", chat.Bot.Value), ("chat", chat.Chat), ("seq", seq))
            .First(row => row.TextOrNull(0), ct);

    /// <summary>The same as far as this program remembers it without asking the store; null is no answer.</summary>
    public static string? KnownIdOf(Store store, ChatKey chat, long seq) => store.Sent.IdOf(chat, seq);

    /// <summary>The same of two rows at once, either of which may be none.</summary>
    public static async Task<(string? First, string? Second)> MessageIdsOf(StoreTransaction tx, ChatKey chat, long? first, long? second, CancellationToken ct)
    {
        if (first is null && second is null) return (null, null);
        var ids = await tx.Sql("select seq, message_id from outbox where bot = @bot and chat = @chat and seq in (@first, @second)",
            ("bot", chat.Bot.Value), ("chat", chat.Chat), ("first", first ?? second), ("second", second ?? first)).All(row => (Seq: row.Long(0), Id: row.TextOrNull(1)), ct);
        return (ids.FirstOrDefault(known => known.Seq == first).Id, ids.FirstOrDefault(known => known.Seq == second).Id);
    }

    /// <summary>
    /// Forgets at most <paramref name="limit"/> rows that were sent or dropped before a time. Their messages can no longer be edited by seq.
    /// </summary>
    /// <returns>How many were forgotten.</returns>
    public static Task<int> Prune(StoreTransaction tx, DateTimeOffset before, int limit, CancellationToken ct) => tx.Sql("""
        delete from outbox where (bot, chat, seq) in (select bot, chat, seq from outbox where done_at < @before order by done_at limit @limit)
        """, ("before", before), ("limit", limit)).Run(ct);

    private static string Json(IEnumerable<string> texts) => new JsonArray([.. texts.Select(text => JsonValue.Create(text))]).ToJsonString();

    private static Task MarkSent(StoreTransaction tx, ChatKey chat, long seq, string? messageId, int? doubts, CancellationToken ct)
    {
        tx.Sent(chat, seq, messageId);
        return tx.Sql("""
            update outbox set state = 'Sent', message_id = @message, body = '', error = null, attempt = attempt + 1, done_at = @now, doubts = coalesce(@doubts, doubts)
            where bot = @bot and chat = @chat and seq = @seq and done_at is null
            """,
            ("bot", chat.Bot.Value), ("chat", chat.Chat), ("seq", seq), ("message", messageId), ("now", tx.Now), ("doubts", doubts)).Run(ct);
    }

    private static Task<int> Hurry(StoreTransaction tx, ChatKey chat, CancellationToken ct) =>
        tx.Sql($"update outbox set rush = 1 where bot = @bot and chat = @chat and rush = 0 and seq in ({WaitingInChat})",
            ("bot", chat.Bot.Value), ("chat", chat.Chat)).Run(ct);

    private static async Task<IReadOnlyList<OutboxRow>> Orphans(StoreTransaction tx, IReadOnlyList<OutboxRow> edits, CancellationToken ct)
    {
        if (edits.Count == 0) return [];
        if (tx.Dialect.TakesArrays) return await OutboxColumns.Orphans(tx, edits, ct);
        var orphans = new List<OutboxRow>();
        foreach (var edit in edits)
            if (!await CanBeEdited(tx, edit.Chat, edit.EditsSeq!.Value, ct)) orphans.Add(edit);
        return orphans;
    }

    private static async Task<bool> CanBeEdited(StoreTransaction tx, ChatKey chat, long seq, CancellationToken ct) =>
        await tx.Sql("select state from outbox where bot = @bot and chat = @chat and seq = @seq", ("bot", chat.Bot.Value), ("chat", chat.Chat), ("seq", seq))
            .First(row => row.Text(0), ct) is "Waiting" or "Sent";
}
