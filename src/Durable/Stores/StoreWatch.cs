namespace Lavka.Durable;

/// <summary>
/// For work that somebody waits for. A server that refuses or stops says so at once; one that hangs, or a network that swallows everything, says nothing for many seconds.
/// So whoever has waited for a third of a second asks whether the store answers at all, on a connection that nobody else uses, and gives up when that is not answered either
/// within a second from the beginning. A store that is only slow or locked answers.
/// </summary>
public sealed class StoreWatch : IAsyncDisposable
{
    private static readonly TimeSpan Doubt = TimeSpan.FromSeconds(0.3);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(0.6);

    private readonly Dialect _dialect;
    private readonly Sessions _sessions;
    private readonly Lock _lock = new();
    private Task? _asking;

    internal StoreWatch(Dialect dialect) => (_dialect, _sessions) = (dialect, new Sessions(1, dialect, dialect.OpenReader));

    /// <summary>Waits for the work as long as the store answers; then the work is told to stop and left behind, and whether it counts in the end nobody knows.</summary>
    /// <exception cref="StoreFault">The store does not answer.</exception>
    public async Task<T> While<T>(Func<CancellationToken, Task<T>> work, CancellationToken ct)
    {
        var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var working = work(stop.Token);
        while (!await Ends(working, Doubt))
        {
            if (ct.IsCancellationRequested) break;
            var asking = Ask();
            await Ends(Task.WhenAny(working, asking), Patience);
            if (working.IsCompleted || asking.IsCompletedSuccessfully) continue;
            _ = Store.Leave(working, stop);
            throw await Why(asking);
        }
        using (stop) return await working;
    }

    /// <summary>Asks once, so that the next who asks finds the connection open.</summary>
    /// <exception cref="StoreFault">The store does not answer.</exception>
    public async Task Open(CancellationToken ct)
    {
        var asking = Ask();
        await asking.WaitAsync(ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!asking.IsCompletedSuccessfully) throw await Why(asking);
    }

    public ValueTask DisposeAsync() => _sessions.DisposeAsync();

    private async Task<StoreFault> Why(Task asking)
    {
        try
        {
            if (asking.IsCompleted) await asking;
        }
        catch (Exception e) when (_dialect.FaultIn(e) is not null)
        {
            return _dialect.FaultIn(e)!;
        }
        return new StoreFault(StoreFaultKind.Unreachable, "The database does not answer: look whether its server and the network to it are alive.");
    }

    private static async Task<bool> Ends(Task task, TimeSpan atMost)
    {
        await task.WaitAsync(atMost).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return task.IsCompleted;
    }

    /// <summary>One question at a time, whoever wants to know.</summary>
    private Task Ask()
    {
        lock (_lock)
        {
            // Not on our thread: an engine inside this program answers on it.
            if (_asking is null or { IsCompleted: true }) _asking = Task.Run(() => _sessions.Use(Question, CancellationToken.None));
            return _asking;
        }
    }

    private static async Task<bool> Question(Session session, CancellationToken ct)
    {
        await using var command = session.Connection.CreateCommand();
        (command.CommandText, command.CommandTimeout) = ("select 1", 1);
        await command.ExecuteScalarAsync(ct);
        return true;
    }
}
