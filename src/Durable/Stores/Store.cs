using System.Collections.Concurrent;

namespace Lavka.Durable;

/// <summary>
/// Everything that must survive a crash. A write is on the disk when its task completes, and counts whole or not at all; writes run one after another
/// in the order of their calls. Reads see one consistent state and never hold up a write.
/// </summary>
public sealed class Store : IAsyncDisposable
{
    private const int MostReaders = 8;

    private readonly SemaphoreSlim _writing = new(1);
    private readonly SemaphoreSlim _reading = new(MostReaders);
    private readonly ConcurrentBag<Session> _readers = [];
    private readonly AsyncLocal<StoreTransaction?> _current = new();
    private Session? _writer;

    private Store(Dialect dialect, TimeProvider clock) => (Dialect, Clock) = (dialect, clock);

    public Dialect Dialect { get; }

    public TimeProvider Clock { get; }

    /// <summary>Beats when a commit brought jobs.</summary>
    public Pulse NewJobs { get; } = new();

    /// <summary>Beats when a commit brought rows of the outbox, of whatever bot.</summary>
    public Pulse NewMail { get; } = new();

    /// <summary>The store behind a connection string, such as <c>Data Source=data/lavka.db</c>. Nothing is opened before the first use.</summary>
    /// <exception cref="ArgumentException">The string names no engine that this program has.</exception>
    public static Store Open(string database, TimeProvider clock) => new(Dialect.Of(database), clock);

    /// <summary>
    /// Brings the tables of every room to this program's version, once and under the writer's lock; a start that fails changes nothing.
    /// </summary>
    /// <exception cref="SchemaMismatch">A released file was edited, or the database is newer than this program.</exception>
    public Task Migrate(IReadOnlyList<Schema> rooms, CancellationToken ct) => Write((tx, stop) => Migration.Apply(tx, rooms, stop), ct);

    /// <summary>Commits after the work; an exception from the work rolls everything back and is passed on. Writes do not nest.</summary>
    /// <exception cref="StoreFault">The store cannot take it now; nothing happened.</exception>
    public async Task<T> Write<T>(Func<StoreTransaction, CancellationToken, Task<T>> work, CancellationToken ct)
    {
        if (_current.Value is { IsOpen: true })
            throw new InvalidOperationException("A write inside a write would wait for itself: pass the transaction on instead.");
        await _writing.WaitAsync(ct);
        StoreTransaction tx;
        T result;
        try
        {
            (tx, result) = await Commit(work, ct);
        }
        finally
        {
            _writing.Release();
        }
        tx.Committed();
        return result;
    }

    /// <inheritdoc cref="Write{T}"/>
    public Task Write(Func<StoreTransaction, CancellationToken, Task> work, CancellationToken ct) => Write(async (tx, stop) =>
    {
        await work(tx, stop);
        return true;
    }, ct);

    /// <summary>
    /// Runs the work on one consistent state of everything that was committed before its first statement. Inside a write it does not see that write.
    /// </summary>
    /// <exception cref="StoreFault">The store cannot be read now.</exception>
    public async Task<T> Read<T>(Func<StoreTransaction, CancellationToken, Task<T>> work, CancellationToken ct)
    {
        await _reading.WaitAsync(ct);
        Session? session = null;
        try
        {
            session = _readers.TryTake(out var idle) ? idle : new Session(await Dialect.OpenReader(ct));
            await using var inner = await Dialect.BeginRead(session.Connection, ct);
            var tx = new StoreTransaction(this, session, inner);
            try
            {
                return await work(tx, ct);
            }
            finally
            {
                tx.Close();
            }
        }
        catch (Exception e) when (Dialect.FaultIn(e) is not null)
        {
            if (session is not null) await session.DisposeAsync();
            session = null;
            throw Dialect.FaultIn(e)!;
        }
        finally
        {
            if (session is not null) _readers.Add(session);
            _reading.Release();
        }
    }

    /// <summary>Whether a turn could be committed now: proven by committing something.</summary>
    public async Task<bool> IsReady(CancellationToken ct)
    {
        try
        {
            await Write((tx, stop) => tx.Sql("update readiness set proven_at = @now", ("now", tx.Now)).Run(stop), ct);
            return Dialect.IsInPlace;
        }
        catch (StoreFault)
        {
            return false;
        }
    }

    /// <summary>Waits for what is running and closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        await _writing.WaitAsync();
        for (var reader = 0; reader < MostReaders; reader++) await _reading.WaitAsync();
        while (_readers.TryTake(out var reader)) await reader.DisposeAsync();
        await CloseWriter();
        _writing.Dispose();
        _reading.Dispose();
    }

    private async Task<(StoreTransaction, T)> Commit<T>(Func<StoreTransaction, CancellationToken, Task<T>> work, CancellationToken ct)
    {
        try
        {
            _writer ??= new Session(await Dialect.OpenWriter(ct));
            await using var inner = await Dialect.BeginWrite(_writer.Connection, ct);
            var tx = new StoreTransaction(this, _writer, inner);
            _current.Value = tx;
            try
            {
                var result = await work(tx, ct);
                // From here on nobody may turn back: a cancelled commit would leave its caller in doubt.
                await inner.CommitAsync(CancellationToken.None);
                return (tx, result);
            }
            finally
            {
                tx.Close();
            }
        }
        catch (Exception e) when (Dialect.FaultIn(e) is not null)
        {
            // A connection that met a fault is in an unknown state; the next write begins with a new one.
            await CloseWriter();
            throw Dialect.FaultIn(e)!;
        }
    }

    private async ValueTask CloseWriter()
    {
        if (_writer is { } writer) await writer.DisposeAsync();
        _writer = null;
    }
}
