using System.Data.Common;
using System.Diagnostics;
using System.Security.Cryptography;

namespace Lavka.Durable;

/// <summary>
/// Everything that must survive a crash. A write is on the disk when its task completes, and counts whole or not at all. On SQLite writes run one after another in
/// the order of their calls; on PostgreSQL side by side, and of two that change one row the later is run again on what the first left. So the work of a write does
/// nothing but write. Reads see one consistent state and never hold up a write.
/// </summary>
public sealed partial class Store : IAsyncDisposable
{
    private const int MostReaders = 8;

    /// <summary>Groups on their way at once, of all kinds.</summary>
    private const int MostGroups = 6;

    private const int LongestPause = 50;

    private readonly Sessions _writers;
    private readonly Sessions _groups;
    private readonly Sessions _readers;
    private readonly AsyncLocal<StoreTransaction?> _current = new();

    /// <summary>When a write gave up because another program holds the database, and what it said.</summary>
    private (long At, StoreFault Fault)? _held;

    private Store(Dialect dialect, TimeProvider clock)
    {
        (Dialect, Clock) = (dialect, clock);
        (_writers, _readers) = (new Sessions(dialect.MostWriters, dialect, dialect.OpenWriter), new Sessions(MostReaders, dialect, dialect.OpenReader));
        _groups = dialect.MostWriters == 1 ? _writers : new Sessions(MostGroups, dialect, dialect.OpenGroup, keepPlans: true);
        Watch = new StoreWatch(dialect);
    }

    public Dialect Dialect { get; }

    public TimeProvider Clock { get; }

    /// <summary>UTC, the same for all programs on this store whatever their own clocks say, as far as a look at the server tells: to a few milliseconds.</summary>
    public DateTimeOffset Now => Dialect.Now;

    /// <summary>Says soon when the store does not answer at all.</summary>
    public StoreWatch Watch { get; }

    /// <summary>Under this number the program takes jobs; by it others know whether the one that took a job still lives.</summary>
    internal long Node { get; } = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long)));

    /// <summary>
    /// The store behind a connection string, such as <c>Data Source=data/lavka.db</c> or <c>Host=localhost;Database=lavka</c>. Nothing is opened before the first use.
    /// </summary>
    /// <exception cref="ArgumentException">The string names no engine that this program has.</exception>
    public static Store Open(string database, TimeProvider clock) => new(Dialect.Of(database, clock), clock);

    /// <summary>
    /// Brings the tables of every room to this program's version, once and while no other program does it; a start that fails changes nothing.
    /// </summary>
    /// <exception cref="SchemaMismatch">A released file was edited, or the database is newer than this program.</exception>
    public Task Migrate(IReadOnlyList<Schema> rooms, CancellationToken ct) => Attempt(_writers, Dialect.BeginAlone, async (tx, stop) =>
    {
        await Migration.Apply(tx, rooms, stop);
        return true;
    }, ct);

    /// <summary>
    /// Makes this program the only one on an engine of one program, until the result is disposed of. On a shared engine there is nothing to be done.
    /// </summary>
    /// <exception cref="StoreFault">Another program works on it; the message names the cure.</exception>
    public IDisposable? Own() => Dialect.Own();

    /// <summary>
    /// Commits after the work; an exception from the work rolls everything back and is passed on. Writes do not nest. Work that lost against another write is run
    /// again from its beginning.
    /// </summary>
    /// <exception cref="StoreFault">The store cannot take it now; nothing happened.</exception>
    public Task<T> Write<T>(Func<StoreTransaction, CancellationToken, Task<T>> work, CancellationToken ct) => Attempt(_writers, Dialect.BeginWrite, work, ct);

    /// <summary>
    /// The same for work that is not trusted to end. What takes longer, waiting for its turn not counted, is told to stop and left behind: nothing of it counts, it can
    /// neither read nor write any more, and others go on.
    /// </summary>
    /// <exception cref="TimeoutException">It took longer.</exception>
    public Task<T> Write<T>(Func<StoreTransaction, CancellationToken, Task<T>> work, TimeSpan atMost, CancellationToken ct) =>
        Attempt(_writers, Dialect.BeginWrite, (tx, stop) => Within(tx, work, atMost, stop), ct);

    /// <summary>A read of work that is not trusted to end.</summary>
    /// <inheritdoc cref="Write{T}(Func{StoreTransaction, CancellationToken, Task{T}}, TimeSpan, CancellationToken)"/>
    public Task<T> Read<T>(Func<StoreTransaction, CancellationToken, Task<T>> work, TimeSpan atMost, CancellationToken ct) =>
        Read((tx, stop) => Within(tx, work, atMost, stop), ct);

    /// <inheritdoc cref="Write{T}(Func{StoreTransaction, CancellationToken, Task{T}}, CancellationToken)"/>
    public Task Write(Func<StoreTransaction, CancellationToken, Task> work, CancellationToken ct) => Write(async (tx, stop) =>
    {
        await work(tx, stop);
        return true;
    }, ct);

    /// <summary>
    /// For writes of a group, none of which reads what it depends on without guarding it: on a shared engine each statement sees what was committed before it, so a row
    /// that another program just changed fails its own guard and not the whole group.
    /// </summary>
    /// <param name="work">Nothing but writes.</param>
    /// <param name="isOneStatement">
    /// The work's only statement is the transaction: one way to the server and back rather than two. On a connection that lay idle one is begun all the same, since only what
    /// has not committed may be tried again on another.
    /// </param>
    /// <param name="ct">Stops it before its commit.</param>
    internal Task<T> WriteTogether<T>(Func<StoreTransaction, CancellationToken, Task<T>> work, bool isOneStatement, CancellationToken ct) =>
        Attempt(_groups, Dialect.BeginGroup, work, ct, isOneStatement);

    /// <summary>
    /// Runs the work on one consistent state of everything that was committed before its first statement. Inside a write it does not see that write.
    /// </summary>
    /// <exception cref="StoreFault">The store cannot be read now.</exception>
    public async Task<T> Read<T>(Func<StoreTransaction, CancellationToken, Task<T>> work, CancellationToken ct)
    {
        try
        {
            return await _readers.Use((session, stop) => Look(session, work, stop), ct);
        }
        catch (Exception e) when (Dialect.FaultIn(e) is not null)
        {
            throw Dialect.FaultIn(e)!;
        }
    }

    /// <summary>Whether a turn could be committed now: proven by committing something.</summary>
    public async Task<bool> IsReady(CancellationToken ct) => await Illness(ct) is null;

    /// <summary>Why no turn can be committed now; null when one can, which is proven by committing something.</summary>
    public async Task<StoreFault?> Illness(CancellationToken ct)
    {
        try
        {
            await Watch.While(look => Write((tx, stop) => tx.Sql("update readiness set proven_at = @now", ("now", tx.Now)).Run(stop), look), ct);
            return null;
        }
        catch (StoreFault fault)
        {
            return fault;
        }
    }

    /// <summary>Waits for what is running and closes every connection.</summary>
    public async ValueTask DisposeAsync()
    {
        await _writers.DisposeAsync();
        if (_groups != _writers) await _groups.DisposeAsync();
        await _readers.DisposeAsync();
        await Watch.DisposeAsync();
        await Dialect.Close();
    }

    private async Task<T> Attempt<T>(
        Sessions sessions, Begin begin, Func<StoreTransaction, CancellationToken, Task<T>> work, CancellationToken ct, bool isOneStatement = false)
    {
        if (_current.Value is { IsOpen: true })
            throw new InvalidOperationException("A write inside a write would wait for itself: pass the transaction on instead.");
        var asked = Stopwatch.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var (tx, result) = await sessions.Use((session, stop) => HasGivenUp(asked) is { } held ? throw held : Commit(session, isOneStatement && session.IsFresh ? null : begin, work, stop), ct);
                tx.Committed();
                return result;
            }
            catch (Exception e) when (attempt < Dialect.AttemptsAfter(e))
            {
                // Those who lost against one another must not meet again at once. The pause is the machine's, not the shop's.
                var pause = RandomNumberGenerator.GetInt32(Math.Min(LongestPause, 1 << Math.Min(attempt, 10)));
                await Task.Delay(TimeSpan.FromMilliseconds(pause), TimeProvider.System, ct);
            }
            catch (Exception e) when (Dialect.FaultIn(e) is not null)
            {
                throw Noted(Dialect.FaultIn(e)!);
            }
        }
    }

    private StoreFault Noted(StoreFault fault)
    {
        if (fault.Kind is StoreFaultKind.Busy) _held = (Stopwatch.GetTimestamp(), fault);
        return fault;
    }

    /// <summary>Where writes go one by one, those who waited for their turn behind one that waited in vain have waited long enough.</summary>
    private StoreFault? HasGivenUp(long asked) => Dialect.MostWriters == 1 && _held is var (at, fault) && at > asked ? fault : null;

    private async Task<(StoreTransaction, T)> Commit<T>(Session session, Begin? begin, Func<StoreTransaction, CancellationToken, Task<T>> work, CancellationToken ct)
    {
        var inner = begin is null ? null : await begin(session.Connection, ct);
        // A statement without a transaction counts as soon as it was sent.
        session.IsCommitting = inner is null;
        var tx = new StoreTransaction(this, session, inner is null ? null : () => inner);
        _current.Value = tx;
        try
        {
            var result = await work(tx, ct);
            if (!Dialect.IsInPlace)
                throw new StoreFault(StoreFaultKind.Unreachable,
                    "The file of the database is gone while it is open, so nothing that is written now would be found again: put it back, or stop the program and restore the last backup.");
            session.IsCommitting = true;
            // From here on nobody may turn back: a cancelled commit would leave its caller in doubt.
            if (inner is not null) await inner.CommitAsync(CancellationToken.None);
            return (tx, result);
        }
        finally
        {
            tx.Close();
            if (inner is not null && !session.IsHaunted) await inner.DisposeAsync();
        }
    }

    private async Task<T> Within<T>(StoreTransaction tx, Func<StoreTransaction, CancellationToken, Task<T>> work, TimeSpan atMost, CancellationToken ct)
    {
        var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        // On a thread of its own: work that never gives its thread back must not take ours.
        var running = Task.Run(() => work(tx, stop.Token), CancellationToken.None);
        try
        {
            var result = await running.WaitAsync(atMost, Clock, ct);
            stop.Dispose();
            return result;
        }
        catch (Exception) when (!running.IsCompleted)
        {
            tx.Abandon(running);
            _ = Leave(running, stop);
            throw;
        }
    }

    /// <summary>Nobody waits for it: to tell it to stop may take as long as the server is silent.</summary>
    internal static async Task Leave(Task working, CancellationTokenSource stop)
    {
        using (stop)
        {
            await stop.CancelAsync();
            await working.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<T> Look<T>(Session session, Func<StoreTransaction, CancellationToken, Task<T>> work, CancellationToken ct)
    {
        // Many a turn is decided on what is in memory: the snapshot is taken by the first statement, if there is one.
        var tx = new StoreTransaction(this, session, () => Dialect.BeginRead(session.Connection)) { IsSnapshot = true };
        try
        {
            return await work(tx, ct);
        }
        finally
        {
            tx.Close();
            if (!session.IsHaunted) await tx.End();
        }
    }

    private delegate ValueTask<DbTransaction> Begin(DbConnection connection, CancellationToken ct);
}
