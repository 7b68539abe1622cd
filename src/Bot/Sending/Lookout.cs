using Lavka.Durable;

namespace Lavka.Bot;

/// <summary>
/// Looks into a bot's whole outbox for what its sender does not know of by itself: what another program wrote, what was there at the start, what waited for a time, and bulk. A look costs
/// more than a call, so bulk that it found stays at hand for a second; whether it still waits is seen when its call is put on record.
/// </summary>
internal sealed class Lookout(BotId bot, Store store, SenderOptions options)
{
    /// <summary>Bulk that one look brings at most: a quarter of a second's, at Telegram's highest rate.</summary>
    private const int Handful = 256;

    /// <summary>The outbox is looked into at least so often.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private readonly Queue<OutboxEntry> _bulk = [];
    private DateTimeOffset _next = DateTimeOffset.MinValue;

    /// <summary>The bulk that is to go next; null when none is at hand.</summary>
    public OutboxEntry? Bulk => _bulk.TryPeek(out var entry) ? entry : null;

    /// <summary>How long until the next look, if nothing says that it has to be sooner.</summary>
    public TimeSpan Wait(DateTimeOffset now) => _next <= now ? TimeSpan.Zero : _next - now;

    /// <summary>Something may be there that was not there at the last look.</summary>
    public void Again() => _next = DateTimeOffset.MinValue;

    /// <summary>What was seen may have been sent by others since then.</summary>
    public void Forget()
    {
        _bulk.Clear();
        Again();
    }

    /// <summary>The bulk that was to go next is on its way or held back.</summary>
    public void TakeBulk()
    {
        _bulk.Dequeue();
        if (_bulk.Count == 0) Again();
    }

    /// <summary>What somebody waits for, at most <paramref name="places"/>; the bulk that was found is at hand afterwards.</summary>
    /// <param name="places">How many may go now.</param>
    /// <param name="known">The chats of which the sender knows: they are left out.</param>
    /// <param name="now">When the sender began its round.</param>
    /// <param name="ct">Stops the look.</param>
    /// <exception cref="StoreFault">The outbox cannot be read now.</exception>
    public async Task<IReadOnlyList<OutboxEntry>> Look(int places, IReadOnlySet<string> known, DateTimeOffset now, CancellationToken ct)
    {
        var limit = Math.Max(places, Math.Min(Handful, options.BulkPerSecond));
        var (due, later) = await store.Read(async (tx, stop) => await Read(tx, known, limit, stop), ct);
        var pressing = due.Where(entry => !entry.IsBulk).ToList();
        _bulk.Clear();
        foreach (var entry in due.Where(entry => entry.IsBulk)) _bulk.Enqueue(entry);
        // When there are as many as may go now, there may be more.
        _next = pressing.Count >= places ? DateTimeOffset.MinValue
            : _bulk.Count > 0 ? now + Fresh
            : later is { } at && at < now + Longest ? at : now + Longest;
        return [.. pressing.Take(places)];
    }

    /// <summary>Both by one look at the clock: what falls due between two looks would be seen by neither.</summary>
    private async Task<(IReadOnlyList<OutboxEntry> Due, DateTimeOffset? Later)> Read(StoreTransaction tx, IReadOnlySet<string> known, int limit, CancellationToken ct)
    {
        var due = await Outbox.Due(tx, bot, known, limit, ct);
        return (due, due.Count < limit ? await Outbox.NextDue(tx, bot, ct) : null);
    }
}
