using System.Data.Common;

namespace Lavka.Durable;

/// <summary>The few things in which database engines differ; everything else is SQL that all of them read.</summary>
public abstract class Dialect
{
    /// <summary>A new connection that may write; the file or database is made when there is none.</summary>
    internal abstract Task<DbConnection> OpenWriter(CancellationToken ct);

    /// <summary>A new connection that can only read.</summary>
    internal abstract Task<DbConnection> OpenReader(CancellationToken ct);

    /// <summary>A transaction that holds the right to write from its first moment.</summary>
    internal abstract ValueTask<DbTransaction> BeginWrite(DbConnection connection, CancellationToken ct);

    /// <summary>A transaction that sees one state of everything, whatever is committed meanwhile.</summary>
    internal abstract ValueTask<DbTransaction> BeginRead(DbConnection connection, CancellationToken ct);

    /// <summary>Whether what is committed now will be found by the next process.</summary>
    internal abstract bool IsInPlace { get; }

    /// <summary>The fault of the store behind an exception, null when it is a mistake of the program.</summary>
    internal abstract StoreFault? FaultIn(Exception exception);

    /// <exception cref="ArgumentException">The connection string names no engine that this program has.</exception>
    internal static Dialect Of(string database)
    {
        var settings = new DbConnectionStringBuilder();
        try
        {
            settings.ConnectionString = database;
        }
        catch (ArgumentException e)
        {
            throw NotUnderstood(e);
        }
        return settings.ContainsKey("Data Source") ? new SqliteDialect(database) : throw NotUnderstood(null);

        // The setting itself is not repeated: it may hold a password.
        ArgumentException NotUnderstood(Exception? cause) =>
            new("The setting Database is not understood: only SQLite is built in, for example Data Source=data/lavka.db.", nameof(database), cause);
    }
}
