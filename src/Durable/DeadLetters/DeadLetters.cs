namespace Lavka.Durable;

/// <summary>What was given up, with its content and the reason, so that an operator can see it and nothing vanishes.</summary>
public static class DeadLetters
{
    public static Task Add(StoreTransaction tx, string kind, string key, string body, string error, CancellationToken ct) =>
        tx.Sql("insert into dead_letters (kind, key, body, error, added_at) values (@kind, @key, @body, @error, @now)",
            ("kind", kind), ("key", key), ("body", body), ("error", error), ("now", tx.Now)).Run(ct);

    /// <summary>The latest first.</summary>
    public static Task<IReadOnlyList<DeadLetter>> Latest(StoreTransaction tx, int limit, CancellationToken ct) =>
        tx.Sql("select id, kind, key, body, error, added_at from dead_letters order by id desc limit @limit", ("limit", limit))
            .All(row => new DeadLetter(row.Long(0), row.Text(1), row.Text(2), row.Text(3), row.Text(4), row.Time(5)), ct);

    /// <summary>Forgets at most <paramref name="limit"/> letters that are older than a time.</summary>
    /// <returns>How many were forgotten.</returns>
    public static Task<int> Prune(StoreTransaction tx, DateTimeOffset before, int limit, CancellationToken ct) =>
        tx.Sql("delete from dead_letters where id in (select id from dead_letters where added_at < @before order by id limit @limit)",
            ("before", before), ("limit", limit)).Run(ct);
}
