namespace Lavka.Durable;

/// <summary>
/// Keeps the store bounded; called about once a day. It deletes in short transactions, so that turns pass in between, and may be broken off anywhere.
/// </summary>
public static class Pruning
{
    private const int Step = 500;

    private delegate Task<int> Forget(StoreTransaction tx, DateTimeOffset before, int limit, CancellationToken ct);

    /// <returns>How many rows were deleted.</returns>
    public static async Task<int> Run(Store store, Retention retention, CancellationToken ct)
    {
        var now = store.Clock.GetUtcNow();
        return await All(store, Outbox.Prune, now - retention.Outbox, ct)
            + await All(store, Overheard.Prune, now - retention.Outbox, ct)
            + await All(store, Jobs.Prune, now - retention.Jobs, ct)
            + await All(store, Ban.Prune, now - retention.Jobs, ct)
            + await All(store, SharedLimit.Prune, now - retention.Calls, ct)
            + await All(store, DeadLetters.Prune, now - retention.DeadLetters, ct);
    }

    private static async Task<int> All(Store store, Forget forget, DateTimeOffset before, CancellationToken ct)
    {
        var (total, deleted) = (0, Step);
        while (deleted == Step)
        {
            deleted = await store.Write((tx, stop) => forget(tx, before, Step, stop), ct);
            total += deleted;
        }
        return total;
    }
}
