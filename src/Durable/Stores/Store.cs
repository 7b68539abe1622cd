using System.Collections.Concurrent;
using System.Data.Common;
using System.Security.Cryptography;

namespace Lavka.Durable;

/// <summary>
/// Everything that must survive a crash. A write is on the disk when its task completes, and counts whole or not at all. On SQLite writes run one after another in
/// the order of their calls; on PostgreSQL side by side, and of two that change one row the later is run again on what the first left. So the work of a write does
/// nothing but write. Reads see one consistent state and never hold up a write.
/// </summary>
public sealed class Store : IAsyncDisposable
{
    private const int MostReaders = 8;
    private const int LongestPause = 50;

    private readonly Sessions _writers;
    private readonly Sessions _readers;
    private readonly AsyncLocal<StoreTransaction?> _current = new();
    private readonly ConcurrentDictionary<BotId, Tray> _trays = [];
    private Action<ChatKey>? _recalled;
    private Action<string>? _asked;

    private Store(Dialect dialect, TimeProvider clock)
    {
        (Dialect, Clock) = (dialect, clock);
        (_writers, _readers) = (new Sessions(dialect.MostWriters, dialect, dialect.OpenWriter), new Sessions(MostReaders, dialect, dialect.OpenReader));
    }

    public Dialect Dialect { get; }

    public TimeProvider Clock { get; }

    /// <summary>UTC, the same for all programs on this store whatever their own clocks say, as far as a look at the server tells: to a few milliseconds.</summary>
    public DateTimeOffset Now => Dialect.Now;

    /// <summary>Beats when a commit brought jobs.</summary>
    public Pulse NewJobs { get; } = new();

    /// <summary>Beats when a commit brought rows of the outbox that lie in no tray, of whatever bot.</summary>
    public Pulse NewMail { get; } = new();

    /// <summary>Beats when a commit of this very program brought either.</summary>
    internal Pulse OwnNews { get; } = new();

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
    public Task Migrate(IReadOnlyList<Schema> rooms, CancellationToken ct) => Attempt(Dialect.BeginAlone, async (tx, stop) =>
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
    public Task<T> Write<T>(Func<StoreTransaction, CancellationToken, Task<T>> work, CancellationToken ct) => Attempt(Dialect.BeginWrite, work, ct);

    /// <summary>
    /// The same for work that is not trusted to end. What takes longer, waiting for its turn not counted, is told to stop and left behind: nothing of it counts, it can
    /// neither read nor write any more, and others go on.
    /// </summary>
    /// <exception cref="TimeoutException">It took longer.</exception>
    public Task<T> Write<T>(Func<StoreTransaction, CancellationToken, Task<T>> work, TimeSpan atMost, CancellationToken ct) =>
        Attempt(Dialect.BeginWrite, (tx, stop) => Within(tx, work, atMost, stop), ct);

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
    internal Task<T> WriteTogether<T>(Func<StoreTransaction, CancellationToken, Task<T>> work, CancellationToken ct) => Attempt(Dialect.BeginGroup, work, ct);

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

    /// <summary>Waits for what is running and closes every connection.</summary>
    public async ValueTask DisposeAsync()
    {
        await _writers.DisposeAsync();
        await _readers.DisposeAsync();
        await Dialect.Close();
    }

    /// <summary>Opens the tray of a bot, for the one sender that it has here.</summary>
    /// <exception cref="InvalidOperationException">It is open already.</exception>
    public Tray OpenTray(BotId bot)
    {
        var tray = new Tray(() => _trays.TryRemove(bot, out _));
        return _trays.TryAdd(bot, tray) ? tray : throw new InvalidOperationException($"{bot} has a sender already.");
    }

    internal void MailCommitted(IReadOnlyList<OutboxRow> rows, DateTimeOffset at)
    {
        Tray? tray = null;
        var isElsewhere = false;
        foreach (var row in rows)
        {
            if (!_trays.TryGetValue(row.Chat.Bot, out var open))
            {
                isElsewhere = true;
                continue;
            }
            if (tray is not null && tray != open) tray.News.Beat();
            tray = open;
            tray.Put(new OutboxEntry(row, row.EditsMessage, 1, at));
        }
        tray?.News.Beat();
        if (isElsewhere) MailCommitted();
    }

    /// <summary>From now on it is told of chats that somebody changed so that no program may go on with what it remembers of them (<see cref="Chats.Recall"/>). It must be quick.</summary>
    public void WhenRecalled(Action<ChatKey> forget) => _recalled += forget;

    /// <summary>From now on it is told the text of every statement, without its values, before it is run. It must be quick.</summary>
    public void WhenAsked(Action<string> hear) => _asked += hear;

    internal void Asked(string sql) => _asked?.Invoke(sql);

    internal void Recall(ChatKey chat) => _recalled?.Invoke(chat);

    internal void MailCommitted()
    {
        NewMail.Beat();
        OwnNews.Beat();
    }

    internal void JobsCommitted()
    {
        NewJobs.Beat();
        OwnNews.Beat();
    }

    private async Task<T> Attempt<T>(Begin begin, Func<StoreTransaction, CancellationToken, Task<T>> work, CancellationToken ct)
    {
        if (_current.Value is { IsOpen: true })
            throw new InvalidOperationException("A write inside a write would wait for itself: pass the transaction on instead.");
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var (tx, result) = await _writers.Use((session, stop) => Commit(session, begin, work, stop), ct);
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
                throw Dialect.FaultIn(e)!;
            }
        }
    }

    private async Task<(StoreTransaction, T)> Commit<T>(Session session, Begin begin, Func<StoreTransaction, CancellationToken, Task<T>> work, CancellationToken ct)
    {
        session.IsCommitting = false;
        await using var inner = await begin(session.Connection, ct);
        var tx = new StoreTransaction(this, session, () => inner);
        _current.Value = tx;
        try
        {
            var result = await work(tx, ct);
            session.IsCommitting = true;
            // From here on nobody may turn back: a cancelled commit would leave its caller in doubt.
            await inner.CommitAsync(CancellationToken.None);
            return (tx, result);
        }
        finally
        {
            tx.Close();
        }
    }

    private async Task<T> Within<T>(StoreTransaction tx, Func<StoreTransaction, CancellationToken, Task<T>> work, TimeSpan atMost, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        // On a thread of its own: work that never gives its thread back must not take ours.
        var running = Task.Run(() => work(tx, stop.Token), CancellationToken.None);
        try
        {
            return await running.WaitAsync(atMost, Clock, ct);
        }
        catch (Exception) when (!running.IsCompleted)
        {
            tx.Abandon();
            await stop.CancelAsync();
            _ = running.ContinueWith(static left => left.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            throw;
        }
    }

    private async Task<T> Look<T>(Session session, Func<StoreTransaction, CancellationToken, Task<T>> work, CancellationToken ct)
    {
        // Many a turn is decided on what is in memory: the snapshot is taken by the first statement, if there is one.
        var tx = new StoreTransaction(this, session, () => Dialect.BeginRead(session.Connection));
        try
        {
            return await work(tx, ct);
        }
        finally
        {
            tx.Close();
            await tx.End();
        }
    }

    private delegate ValueTask<DbTransaction> Begin(DbConnection connection, CancellationToken ct);
}
