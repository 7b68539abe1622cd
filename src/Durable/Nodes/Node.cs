using Microsoft.Extensions.Logging;

namespace Lavka.Durable;

/// <summary>
/// This program among those that share a store. It hears within milliseconds when another one wrote messages or jobs, takes over the jobs of one that died, and holds
/// what only one may do. On an engine of one program there is nobody else: everything is led here at once.
/// </summary>
public sealed class Node(Store store, TimeProvider clock, ILogger<Node> log) : IAsyncDisposable
{
    /// <summary>How often a connection is proven and a lock of somebody else is tried; also the longest that a lost piece of news is missed.</summary>
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(2);

    /// <summary>Who loses a lock with its connection notices within five seconds; so long its successor waits before it begins.</summary>
    private static readonly TimeSpan Handover = TimeSpan.FromSeconds(5);

    /// <summary>Under load a piece of news is told at most this often.</summary>
    private static readonly TimeSpan BetweenNews = TimeSpan.FromMilliseconds(20);

    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(2);

    private readonly PostgresNode? _shared = store.Dialect.NewNode(clock);
    private readonly TaskCompletionSource _joined = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Dictionary<long, DateTimeOffset> _gone = [];
    private readonly string _name = store.Node.ToString("x16", provider: null);

    /// <summary>Completes when others know that this program lives: from then on it may take jobs.</summary>
    public Task Joined => _shared is null ? Task.CompletedTask : _joined.Task;

    /// <summary>
    /// False when another program may have taken over what this one leads, although nobody has told it yet: it stood still for seconds (stopped, frozen with its container) or its
    /// connection is silent. Whoever leads looks at it before each act that another one must not do too; a moment later it is true again or the work is cancelled.
    /// </summary>
    public bool IsSure => _shared is null or { IsSure: true };

    /// <summary>Lives among the others until it is stopped. Run by one caller at a time.</summary>
    public Task Run(CancellationToken ct) => _shared is null ? Task.CompletedTask : Task.WhenAll(
        Repeat(() => Live(_shared, ct), ct), Repeat(() => Listen(_shared, ct).WaitAsync(ct), ct), Repeat(() => Tell(_shared, ct), ct));

    /// <summary>
    /// Does the work whenever this program and no other holds the seat, until it is stopped or the work ends by itself. When the seat may be lost the work is
    /// cancelled and begun again later; after the death of its holder another program begins within fifteen seconds.
    /// </summary>
    public async Task Lead(string seat, Func<CancellationToken, Task> work, CancellationToken ct)
    {
        if (_shared is null)
        {
            await work(ct);
            return;
        }
        var waited = false;
        while (!ct.IsCancellationRequested)
        {
            var (isAnswered, held) = await Quietly(async () => (true, await _shared.Take(seat, ct)), ct);
            if (held is not { } lost)
            {
                if (isAnswered && !waited) log.LogInformation("{Seat} is in the hands of another node; this one stands by", seat);
                waited |= isAnswered;
                await Rest(Beat, ct);
                continue;
            }
            if (waited) await Rest(Handover, ct);
            waited = false;
            if (await Serve(seat, work, lost, ct)) return;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_shared is not null) await _shared.DisposeAsync();
    }

    /// <returns>Whether the work ended by itself.</returns>
    private async Task<bool> Serve(string seat, Func<CancellationToken, Task> work, CancellationToken lost, CancellationToken ct)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct, lost);
        try
        {
            if (over.IsCancellationRequested) return false;
            log.LogInformation("{Seat} is led by this node", seat);
            await work(over.Token);
            return !over.IsCancellationRequested;
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            return false;
        }
        finally
        {
            if (lost.IsCancellationRequested) log.LogWarning("{Seat} was given up: the connection to the database was lost", seat);
            else await Free(seat);
        }
    }

    /// <summary>Only when the work has really ended, so that its successor never runs beside it.</summary>
    private async Task Free(string seat)
    {
        using var limit = new CancellationTokenSource(LongestStop);
        await Quietly(() => _shared!.Release(seat, limit.Token), limit.Token);
    }

    /// <summary>Holds this program's own lock and looks after the jobs of the dead.</summary>
    private async Task Live(PostgresNode shared, CancellationToken ct)
    {
        await shared.Take(store.Node, ct);
        _joined.TrySetResult();
        while (true)
        {
            // Whatever a commit brought while nobody listened, and whatever a killed program could not tell any more.
            store.NewMail.Beat();
            store.NewJobs.Beat();
            await Inherit(ct);
            await Task.Delay(Beat, clock, ct);
            await shared.Prove(ct);
        }
    }

    /// <summary>Jobs of a node that nobody has seen for a while may be taken by others; one that only lost its connection is back before.</summary>
    private async Task Inherit(CancellationToken ct)
    {
        var (gone, now) = (await store.Read(Jobs.Abandoned, ct), clock.GetUtcNow());
        foreach (var node in _gone.Keys.Except(gone).ToList()) _gone.Remove(node);
        foreach (var node in gone) _gone.TryAdd(node, now);
        if (!_gone.Values.Any(since => now - since >= Handover)) return;
        var jobs = await store.Write(Jobs.ReleaseAbandoned, ct);
        log.LogWarning("A node is gone; {Jobs} jobs that it left running are taken over", jobs);
        _gone.Clear();
    }

    private async Task Listen(PostgresNode shared, CancellationToken ct)
    {
        await using var connection = await shared.Listen(ct);
        connection.Notification += (_, news) =>
        {
            if (string.Equals(news.Payload, _name, StringComparison.Ordinal)) return;
            if (news.Payload.Split(' ', 3) is [PostgresNode.Recalled, var bot, var chat])
            {
                store.Recall(new ChatKey(new BotId(bot), chat));
                return;
            }
            store.NewMail.Beat();
            store.NewJobs.Beat();
        };
        // In short waits: a stop that falls between two pieces of news is seen at the next one.
        while (true)
        {
            ct.ThrowIfCancellationRequested();
            await connection.WaitAsync(Beat, ct);
        }
    }

    private async Task Tell(PostgresNode shared, CancellationToken ct)
    {
        for (var news = store.OwnNews.Next; ;)
        {
            await news.WaitAsync(ct);
            news = store.OwnNews.Next;
            await shared.Tell(_name, ct);
            await Task.Delay(BetweenNews, TimeProvider.System, ct);
        }
    }

    private async Task Repeat(Func<Task> work, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            await Quietly(async () =>
            {
                await work();
                return true;
            }, ct);
            await Rest(Beat, ct);
        }
    }

    private async Task<T?> Quietly<T>(Func<Task<T>> work, CancellationToken ct)
    {
        try
        {
            return await work();
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return default;
        }
        catch (Exception e) when (store.Dialect.FaultIn(e) is not null || e is StoreFault)
        {
            log.LogWarning("This node is out of touch with the others: {Reason}", (store.Dialect.FaultIn(e) ?? e).Message);
            return default;
        }
    }

    private async Task Rest(TimeSpan time, CancellationToken ct)
    {
        try
        {
            await Task.Delay(time, clock, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // Asked to stop.
        }
    }
}
