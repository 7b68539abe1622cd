namespace Lavka.Durable;

/// <summary>
/// How many calls a caller may make within any window, counted by all programs on one store together and by its clock: whatever nodes the calls come to, and however close together,
/// no more than <paramref name="most"/> pass. A call counts from the moment at which it passed, also when its program dies in it. On an engine of one program everybody passes here:
/// who counts in memory has counted all. It may be called from many threads.
/// </summary>
/// <param name="store">What the programs share.</param>
/// <param name="most">From 1 to <see cref="Most"/>.</param>
/// <param name="window">Wherever it begins; to the millisecond.</param>
public sealed class SharedLimit(Store store, int most, TimeSpan window)
{
    /// <summary>The times of so many calls are kept in one row, which every call writes anew.</summary>
    public const int Most = 10_000;

    /// <summary>Null when the call may be made: then it counts. Otherwise the time until this caller may make one.</summary>
    /// <exception cref="StoreFault">The store cannot count now, or does not answer within a second.</exception>
    public Task<TimeSpan?> Wait(string caller, CancellationToken ct) =>
        store.Dialect.IsShared ? store.Watch.While(stop => Counted(caller, stop), ct) : Task.FromResult<TimeSpan?>(null);

    /// <summary>Forgets at most <paramref name="limit"/> callers who were silent since a time.</summary>
    /// <returns>How many were forgotten.</returns>
    public static Task<int> Prune(StoreTransaction tx, DateTimeOffset before, int limit, CancellationToken ct) =>
        tx.Sql("delete from calls where caller in (select caller from calls where last_at < @before order by last_at limit @limit)", ("before", before), ("limit", limit)).Run(ct);

    private long Now => store.Now.ToUnixTimeMilliseconds();

    private long Window => (long)window.TotalMilliseconds;

    private async Task<TimeSpan?> Counted(string caller, CancellationToken ct)
    {
        // Two calls at once meet in the caller's row, and the later sees what the first left.
        var passed = await store.WriteTogether((tx, stop) => tx.Sql("""
            insert into calls as known (caller, made, last_at) values (@caller, array[@now], @now)
            on conflict (caller) do update set made = array(select moment from unnest(known.made) moment where moment > @now - @window) || @now, last_at = @now
            where (select count(*) from unnest(known.made) moment where moment > @now - @window) < @most
            """, ("caller", caller), ("now", Now), ("window", Window), ("most", most)).Run(stop), isOneStatement: true, ct);
        return passed == 1 ? null : await store.Read(async (tx, stop) => await Left(tx, caller, stop), ct);
    }

    /// <summary>Until the oldest call that counts is a window ago; a moment when that has just come about.</summary>
    private async Task<TimeSpan> Left(StoreTransaction tx, string caller, CancellationToken ct)
    {
        var oldest = await tx.Sql("select min(moment) from calls, unnest(made) moment where caller = @caller and moment > @now - @window", ("caller", caller), ("now", Now), ("window", Window))
            .First(row => row.LongOrNull(0), ct);
        return TimeSpan.FromMilliseconds(oldest is { } at ? Math.Max(1, at + Window - Now) : 1);
    }
}
