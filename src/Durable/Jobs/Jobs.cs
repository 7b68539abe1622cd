namespace Lavka.Durable;

/// <summary>
/// Work that outlives the process. A job is added once per key, runs at least once, and its result counts exactly once, because it is finished inside
/// the transaction of its result. A claim is a lease: when nobody finishes, retries or releases it in time, the job is taken again.
/// </summary>
public static class Jobs
{
    /// <returns>False when a job of this kind and key exists already, finished or not; nothing was added.</returns>
    public static async Task<bool> Add(StoreTransaction tx, NewJob job, CancellationToken ct)
    {
        var added = await tx.Sql("""
            insert into jobs (kind, key, body, bot, chat, state, due_at, added_at) values (@kind, @key, @body, @bot, @chat, 'Waiting', @due, @now)
            on conflict (kind, key) do nothing
            """,
            ("kind", job.Kind), ("key", job.Key), ("body", job.Body), ("bot", job.Chat?.Bot.Value), ("chat", job.Chat?.Chat),
            ("due", job.Due), ("now", tx.Now)).Run(ct);
        tx.AfterCommit(tx.Store.JobsCommitted);
        return added == 1;
    }

    /// <summary>Takes at most <paramref name="limit"/> jobs that are due or whose lease ran out, those due longest first.</summary>
    public static async Task<IReadOnlyList<ClaimedJob>> Claim(StoreTransaction tx, int limit, TimeSpan lease, CancellationToken ct)
    {
        var jobs = await tx.Sql($"""
            with taken as materialized (select id from jobs where done_at is null and due_at <= @now order by due_at, id limit @limit {tx.Dialect.SkipTaken})
            update jobs set state = 'Running', attempt = attempt + 1, due_at = @until, node = @node where id in (select id from taken)
            returning id, kind, key, body, bot, chat, attempt
            """, ("until", tx.Now + lease), ("now", tx.Now), ("limit", limit), ("node", tx.Store.Node)).All(row => new ClaimedJob(
                row.Long(0), row.Text(1), row.Text(2), row.Text(3), row.IsNull(4) ? null : new ChatKey(new BotId(row.Text(4)), row.Text(5)), row.Int(6)), ct);
        return [.. jobs.OrderBy(job => job.Id)];
    }

    /// <summary>When the next job may be taken, in the past when one is waiting already; null when there is none.</summary>
    public static Task<DateTimeOffset?> NextDue(StoreTransaction tx, CancellationToken ct) =>
        tx.Sql("select min(due_at) from jobs where done_at is null").First(row => row.TimeOrNull(0), ct);

    /// <returns>False when the job is no longer ours: somebody else took or finished it, and the caller must abandon his result.</returns>
    public static async Task<bool> Finish(StoreTransaction tx, ClaimedJob job, CancellationToken ct) =>
        await tx.Sql("update jobs set state = 'Done', body = '', error = null, done_at = @now where id = @id and attempt = @attempt and done_at is null",
            ("id", job.Id), ("attempt", job.Attempt), ("now", tx.Now)).Run(ct) == 1;

    /// <summary>Whether the claim still holds and the job is not finished.</summary>
    public static async Task<bool> IsOurs(StoreTransaction tx, ClaimedJob job, CancellationToken ct) =>
        await tx.Sql("select count(*) from jobs where id = @id and attempt = @attempt and done_at is null",
            ("id", job.Id), ("attempt", job.Attempt)).First(row => row.Flag(0), ct);

    /// <summary>Gives a failed attempt back, to run again at <paramref name="due"/>. Nothing happens when the job is no longer ours.</summary>
    public static Task Retry(StoreTransaction tx, ClaimedJob job, DateTimeOffset due, string error, CancellationToken ct)
    {
        tx.AfterCommit(tx.Store.JobsCommitted);
        return tx.Sql("update jobs set state = 'Waiting', due_at = @due, error = @error where id = @id and attempt = @attempt and done_at is null",
            ("id", job.Id), ("attempt", job.Attempt), ("due", due), ("error", error)).Run(ct);
    }

    /// <summary>The clock was set back: what was to run at once, or again after a pause, runs now. What waits for a date goes on waiting for it.</summary>
    public static Task Hasten(StoreTransaction tx, CancellationToken ct) => tx.Sql(
        "update jobs set due_at = @now where done_at is null and due_at > @now and state = 'Waiting' and (attempt > 0 or due_at <= added_at)", ("now", tx.Now)).Run(ct);

    /// <summary>Gives the job up and puts it among the dead letters.</summary>
    /// <returns>False when the job is no longer ours; nothing was written.</returns>
    public static async Task<bool> Bury(StoreTransaction tx, ClaimedJob job, string error, CancellationToken ct)
    {
        var buried = await tx.Sql("update jobs set state = 'Buried', error = @error, done_at = @now where id = @id and attempt = @attempt and done_at is null",
            ("id", job.Id), ("attempt", job.Attempt), ("error", error), ("now", tx.Now)).Run(ct) == 1;
        if (buried) await DeadLetters.Add(tx, job.Kind, job.Key, job.Body, error, ct);
        return buried;
    }

    /// <summary>The programs that are gone and left jobs running.</summary>
    internal static Task<IReadOnlyList<long>> Abandoned(StoreTransaction tx, CancellationToken ct) =>
        tx.Sql($"select distinct coalesce(node, 0) from jobs where state = 'Running' and done_at is null and {tx.Dialect.IsAbandoned}").All(row => row.Long(0), ct);

    /// <summary>Ends the leases of programs that are gone, so that what they left running can be taken at once.</summary>
    /// <returns>How many were left running.</returns>
    public static Task<int> ReleaseAbandoned(StoreTransaction tx, CancellationToken ct)
    {
        tx.AfterCommit(tx.Store.JobsCommitted);
        return tx.Sql($"update jobs set state = 'Waiting', due_at = @now where state = 'Running' and done_at is null and {tx.Dialect.IsAbandoned}", ("now", tx.Now)).Run(ct);
    }

    /// <summary>Gives back what this program took without knowing it: a claim whose commit got no answer.</summary>
    /// <param name="tx">Where it is written.</param>
    /// <param name="running">The ids of the jobs that it knows of.</param>
    /// <param name="ct">Stops it.</param>
    internal static async Task ReleaseUnknown(StoreTransaction tx, IReadOnlySet<long> running, CancellationToken ct)
    {
        tx.AfterCommit(tx.Store.JobsCommitted);
        var held = await tx.Sql("select id from jobs where state = 'Running' and done_at is null and node = @node", ("node", tx.Store.Node)).All(row => row.Long(0), ct);
        foreach (var id in held.Where(id => !running.Contains(id)))
            await tx.Sql("update jobs set state = 'Waiting', due_at = @now where id = @id and state = 'Running'", ("now", tx.Now), ("id", id)).Run(ct);
    }

    /// <summary>Forgets at most <paramref name="limit"/> jobs that ended before a time; their keys may be used again.</summary>
    /// <returns>How many were forgotten.</returns>
    public static Task<int> Prune(StoreTransaction tx, DateTimeOffset before, int limit, CancellationToken ct) =>
        tx.Sql("delete from jobs where id in (select id from jobs where done_at < @before order by done_at limit @limit)",
            ("before", before), ("limit", limit)).Run(ct);
}
