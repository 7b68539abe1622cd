namespace Lavka.Durable;

/// <summary>What <see cref="Chats"/> saves of one turn, saved of many by one statement, on engines that take a column as an array.</summary>
internal static class ChatColumns
{
    /// <summary>Leaves out those of a chat that has no row yet.</summary>
    public static async Task Save(StoreTransaction tx, IReadOnlyList<ChatSave> saves, bool[] saved, CancellationToken ct)
    {
        var known = Enumerable.Range(0, saves.Count).Where(at => saves[at].Version > 0).ToArray();
        if (known.Length == 0) return;
        var rows = known.SelectMany(at => saves[at].Rows.Select(row => (At: at, Row: row))).ToList();
        var places = await tx.Sql("""
            with turn as (
              select * from unnest(@places, @bots, @chats, @versions, @states) as turn (place, bot, chat, version, state)),
            line as (
              select * from unnest(@turns, @seqs, @acts, @edits_seqs, @edits_messages, @bodies, @urgencies, @files, @sure)
                as line (turn, seq, act, edits_seq, edits_message, body, urgency, file, is_sure)),
            saved as (
              update chats set version = chats.version + 1, state = turn.state from turn
              where chats.bot = turn.bot and chats.chat = turn.chat and chats.version = turn.version
              returning turn.place, chats.bot, chats.chat),
            said as (
              insert into outbox (bot, chat, seq, act, edits_seq, edits_message, body, urgency, file, rush, state, added_at, due_at)
              select bot, chat, seq, act, edits_seq, edits_message, body, urgency, file, case urgency when 'Interactive' then 1 else 0 end, 'Waiting', @now, @now
              from line join saved on saved.place = line.turn),
            bulk as (
              select exists (
                select 1 from (select distinct bot from turn) writing
                where 0 = (select w.rush from outbox w where w.bot = writing.bot and w.state = 'Waiting' order by w.bot desc, w.rush, w.added_at desc, w.seq desc limit 1)) as waits),
            hurried as (
              update outbox set rush = 1
              from saved cross join lateral (
                select seq from outbox w where w.bot = saved.bot and w.chat = saved.chat and w.state = 'Waiting' order by w.bot, w.chat, w.seq limit 10000) waiting
              where (select waits from bulk) and outbox.bot = saved.bot and outbox.chat = saved.chat and outbox.seq = waiting.seq and outbox.rush = 0
                and exists (select 1 from line where line.turn = saved.place and line.urgency = 'Interactive' and line.is_sure))
            select place, (select waits from bulk) from saved
            """,
            ("places", known),
            ("bots", Array.ConvertAll(known, at => saves[at].Key.Bot.Value)), ("chats", Array.ConvertAll(known, at => saves[at].Key.Chat)),
            ("versions", Array.ConvertAll(known, at => saves[at].Version)), ("states", Array.ConvertAll(known, at => saves[at].State)),
            ("turns", Column(line => line.At)), ("seqs", Column(line => line.Row.Seq)), ("acts", Column(line => line.Row.Act)),
            ("edits_seqs", Column(line => line.Row.EditsSeq)), ("edits_messages", Column(line => line.Row.EditsMessage)),
            ("bodies", Column(line => line.Row.Body)), ("urgencies", Column(line => line.Row.Urgency.ToString())), ("files", Column(line => line.Row.File)),
            ("sure", Column(line => line.Row.IsSure)),
            ("now", tx.Now)).All(row => (At: row.Int(0), HasBulk: row.Bool(1)), ct);
        foreach (var (at, _) in places) saved[at] = true;
        var said = rows.Where(line => saved[line.At]).Select(line => line.Row).ToList();
        // Only of an edit it was not known yet whether it would be sent.
        await Outbox.Added(tx, said, places.Any(place => place.HasBulk) && said.Exists(row => !row.IsSure), ct);

        T[] Column<T>(Func<(int At, OutboxRow Row), T> value) => [.. rows.Select(value)];
    }
}
