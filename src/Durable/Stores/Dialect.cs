using System.Data.Common;

namespace Lavka.Durable;

/// <summary>The few things in which database engines differ; everything else is SQL that all of them read.</summary>
public abstract class Dialect(TimeProvider clock)
{
    public abstract Engine Engine { get; }

    /// <summary>The clock of this machine.</summary>
    protected TimeProvider Clock { get; } = clock;

    /// <summary>Whether several programs may work on one database at the same time.</summary>
    public bool IsShared => Engine is Engine.Postgres;

    /// <summary>How many writes may run side by side.</summary>
    internal abstract int MostWriters { get; }

    /// <summary>Takes many rows in one statement, as an array for each column.</summary>
    public bool TakesArrays => Engine is Engine.Postgres;

    /// <summary>Parameters are known by their place and not by their name.</summary>
    internal bool CountsParameters => Engine is Engine.Postgres;

    /// <summary>The statement as the engine's driver reads it fastest.</summary>
    internal virtual string Written(string sql, IReadOnlyList<string> names) => sql;

    /// <summary>Ends a selection of rows to be taken: rows that another program is just taking are left to it.</summary>
    internal abstract string SkipTaken { get; }

    /// <summary>True of a running job whose program is gone.</summary>
    internal abstract string IsAbandoned { get; }

    /// <summary>A new connection that may write; the file is made when there is none.</summary>
    internal abstract Task<DbConnection> OpenWriter(CancellationToken ct);

    /// <summary>A new connection for groups of writes, where several may write.</summary>
    internal virtual Task<DbConnection> OpenGroup(CancellationToken ct) => OpenWriter(ct);

    /// <summary>A new connection that can only read.</summary>
    internal abstract Task<DbConnection> OpenReader(CancellationToken ct);

    /// <summary>
    /// A transaction that may write. Either it holds the right to write alone from its first moment, or it sees one state of everything and fails with a conflict
    /// when a row that it changes was changed by another meanwhile.
    /// </summary>
    internal abstract ValueTask<DbTransaction> BeginWrite(DbConnection connection, CancellationToken ct);

    /// <summary>A transaction for <see cref="GroupCommit{TItem, TResult}"/>.</summary>
    internal virtual ValueTask<DbTransaction> BeginGroup(DbConnection connection, CancellationToken ct) => BeginWrite(connection, ct);

    /// <summary>A transaction beside which no other of its kind runs, in whatever program, and which sees all that they did.</summary>
    internal abstract ValueTask<DbTransaction> BeginAlone(DbConnection connection, CancellationToken ct);

    /// <summary>A transaction that sees one state of everything, whatever is committed meanwhile.</summary>
    internal abstract DbTransaction BeginRead(DbConnection connection);

    /// <summary>The next run of each prepared statement is planned by the tables as they are then.</summary>
    internal virtual Task ForgetPlans(DbConnection connection, CancellationToken ct) => Task.CompletedTask;

    /// <summary>A statement is under way on the connection, on whatever thread.</summary>
    internal virtual bool IsBusy(DbConnection connection) => false;

    /// <summary>Whether what is committed now will be found by the next process.</summary>
    internal abstract bool IsInPlace { get; }

    /// <summary>The fault of the store behind an exception, null when it is a mistake of the program.</summary>
    internal abstract StoreFault? FaultIn(Exception exception);

    /// <summary>How often a write that ended so may be run in all: 1 is once and never again. More only when it lost against another write and nothing of it happened.</summary>
    internal abstract int AttemptsAfter(Exception exception);

    /// <summary>Makes this program the only one on an engine of one program, until the result is disposed of; nothing on a shared one.</summary>
    /// <exception cref="StoreFault">Another program works on it.</exception>
    internal abstract IDisposable? Own();

    /// <summary>What this program shares with the others: locks and news. Null on an engine of one program.</summary>
    internal virtual PostgresNode? NewNode(TimeProvider clock) => null;

    /// <summary>The time that all programs on this database share.</summary>
    internal virtual DateTimeOffset Now => Clock.GetUtcNow();

    internal virtual ValueTask Close() => ValueTask.CompletedTask;

    /// <exception cref="ArgumentException">The connection string names no engine that this program has.</exception>
    internal static Dialect Of(string database, TimeProvider clock)
    {
        var settings = new DbConnectionStringBuilder();
        try
        {
            settings.ConnectionString = database;
            if (settings.ContainsKey("Data Source")) return new SqliteDialect(database, clock);
            if (settings.ContainsKey("Host")) return new PostgresDialect(database, clock);
        }
        catch (ArgumentException e) when (e.ParamName != nameof(database))
        {
            throw NotUnderstood(e);
        }
        throw NotUnderstood(null);

        // The setting itself is not repeated: it may hold a password.
        ArgumentException NotUnderstood(Exception? cause) => new(
            "The setting Database is not understood: write Data Source=data/lavka.db for SQLite, or Host=localhost;Username=lavka;Password=...;Database=lavka for PostgreSQL.",
            nameof(database), cause);
    }
}
