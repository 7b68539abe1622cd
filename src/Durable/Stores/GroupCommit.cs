namespace Lavka.Durable;

/// <summary>
/// Writes that would wait for the disk one after another wait together: whatever comes while a commit is on its way goes into the next one, up to 256 in one
/// transaction. Each task completes when its own write is on the disk. One write that throws spoils none of the others: they are written again, each alone.
/// </summary>
/// <param name="store">Where it is written.</param>
/// <param name="write">Writes all of them and says, in their order, what came of each. It may be run again, with the same ones or with fewer.</param>
/// <param name="isOneStatement">
/// True of a group that an engine which takes many rows at once writes by a single statement: then that is a transaction of its own, and one way to the server and back rather than two.
/// </param>
public sealed class GroupCommit<TItem, TResult>(
    Store store, Func<StoreTransaction, IReadOnlyList<TItem>, CancellationToken, Task<IReadOnlyList<TResult>>> write, Func<IReadOnlyList<TItem>, bool> isOneStatement)
{
    public const int Most = 256;

    private readonly Queue<Waiting> _waiting = [];
    private readonly Lock _lock = new();
    private bool _isWriting;

    /// <exception cref="StoreFault">The store cannot take it now; nothing happened.</exception>
    public Task<TResult> Write(TItem item)
    {
        var waiting = new Waiting(item);
        lock (_lock)
        {
            _waiting.Enqueue(waiting);
            if (_isWriting) return waiting.Task;
            _isWriting = true;
        }
        // What belongs to the first caller, such as his trace, is not theirs who come after him. And whoever is about to write may join the first group.
        using (ExecutionContext.SuppressFlow()) _ = Task.Factory.StartNew(CommitAll, CancellationToken.None, TaskCreationOptions.PreferFairness, TaskScheduler.Default);
        return waiting.Task;
    }

    private async Task CommitAll()
    {
        while (Next() is { } group) await Commit(group);
    }

    private List<Waiting>? Next()
    {
        lock (_lock)
        {
            if (_waiting.Count == 0)
            {
                _isWriting = false;
                return null;
            }
            var group = new List<Waiting>(Math.Min(Most, _waiting.Count));
            while (group.Count < Most && _waiting.TryDequeue(out var next)) group.Add(next);
            return group;
        }
    }

    private async Task Commit(IReadOnlyList<Waiting> group)
    {
        try
        {
            var items = group.Select(waiting => waiting.Item).ToList();
            var results = await store.WriteTogether((tx, ct) => write(tx, items, ct), store.Dialect.TakesArrays && isOneStatement(items), CancellationToken.None);
            for (var at = 0; at < group.Count; at++) group[at].SetResult(results[at]);
        }
        catch (Exception e) when (group.Count == 1 || e is StoreFault)
        {
            foreach (var waiting in group) waiting.SetException(e);
        }
        catch (Exception)
        {
            foreach (var waiting in group) await Commit([waiting]);
        }
    }

    private sealed class Waiting(TItem item) : TaskCompletionSource<TResult>(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public TItem Item => item;
    }
}
