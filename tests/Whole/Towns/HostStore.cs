using Lavka.Commerce;
using Lavka.Durable;
using Shouldly;

namespace Lavka.Whole;

/// <summary>What a town's hosts have stored, read beside them.</summary>
public sealed class HostStore(string database) : IAsyncDisposable
{
    private static readonly TimeSpan LongestHold = TimeSpan.FromMinutes(1);

    private readonly Store _store = Store.Open(database, TimeProvider.System);

    /// <summary>Every invariant of the ledger holds, counted anew from the rows.</summary>
    public async Task BooksAreRight() => (await _store.Read(Ledger.Check, CancellationToken.None)).ShouldBeEmpty();

    /// <summary>How often money moved for this reason.</summary>
    public Task<int> Postings(PostingReason reason) => _store.Read(
        (tx, ct) => tx.Sql("select count(*) from ledger_postings where reason = @reason", ("reason", reason)).First(row => row.Int(0), ct), CancellationToken.None);

    /// <summary>What SQLite says of its own file.</summary>
    public async Task<string?> Integrity() => await _store.Read((tx, ct) => tx.Sql("pragma integrity_check").First(row => row.Text(0), ct), CancellationToken.None);

    /// <summary>What every order says, as it is stored.</summary>
    public Task<IReadOnlyList<string>> Orders() => _store.Read((tx, ct) => tx.Sql("select details from orders").All(row => row.Text(0), ct), CancellationToken.None);

    public Task<IReadOnlyList<DeadLetter>> DeadLetters() => _store.Read((tx, ct) => Lavka.Durable.DeadLetters.Latest(tx, 10, ct), CancellationToken.None);

    /// <summary>Waits until no job runs and none is due.</summary>
    public Task IsIdle() => Until.True(() => _store.Read(
        (tx, ct) => tx.Sql("select count(*) from jobs where done_at is null and (state = 'Running' or due_at <= @now)", ("now", tx.Now))
            .First(row => row.Int(0) == 0, ct),
        CancellationToken.None));

    /// <summary>Waits until nothing is left to be said. What was sent and is not noted yet is sent again by whoever comes after a kill, and rightly so.</summary>
    public Task HasSaidAll() => Until.True(() => _store.Read(
        (tx, ct) => tx.Sql("select count(*) from outbox where state = 'Waiting'").First(row => row.Int(0) == 0, ct), CancellationToken.None), "everything is said");

    /// <summary>Returns when the hosts' writes begin to wait for this one, which takes so long; its end is the result.</summary>
    public Task<Task> HoldUp(TimeSpan time) => HoldUp(Task.Delay(time));

    /// <summary>The same until something has come about, or until a test that failed has surely ended.</summary>
    public async Task<Task> HoldUp(Task until)
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var writing = _store.Write((_, ct) =>
        {
            begun.SetResult();
            return Task.WhenAny(until, Task.Delay(LongestHold, ct));
        }, CancellationToken.None);
        await Task.WhenAny(begun.Task, writing);
        return writing;
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();
}
