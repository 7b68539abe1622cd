using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Lavka.Durable;

/// <summary>
/// SQLite: one file, write-ahead log, every commit on the disk before it is acknowledged. The driver's "async" calls run on the caller's thread;
/// since there is one writer and a handful of readers, at most that many threads ever wait for the disk.
/// </summary>
internal sealed class SqliteDialect : Dialect
{
    private readonly string _path;
    private readonly string _connection;
    private readonly string _existing;
    private readonly int _patience;
    private volatile bool _isMade;

    public SqliteDialect(string database, TimeProvider clock) : base(clock)
    {
        var settings = new SqliteConnectionStringBuilder(database);
        if (settings.DataSource is "" or ":memory:" || settings.Mode is SqliteOpenMode.Memory)
            throw new ArgumentException("A database in memory does not survive a restart; name a file, for example Data Source=data/lavka.db.", nameof(database));
        _path = Path.GetFullPath(settings.DataSource);
        settings.DataSource = _path;
        // Connections are kept open by the store itself, with their prepared statements.
        settings.Pooling = false;
        settings.ForeignKeys = true;
        // How long another program may hold the file. SQLite waits itself; the driver's own loop around it, which sleeps, is cut short.
        _patience = settings.ShouldSerialize("Default Timeout") ? settings.DefaultTimeout : 5;
        settings.DefaultTimeout = 1;
        _connection = settings.ToString();
        if (settings.Mode is SqliteOpenMode.ReadWriteCreate) settings.Mode = SqliteOpenMode.ReadWrite;
        _existing = settings.ToString();
    }

    public override Engine Engine => Engine.Sqlite;

    internal override int MostWriters => 1;

    internal override string SkipTaken => "";

    /// <summary>There is one program; what another one left running is abandoned.</summary>
    internal override string IsAbandoned => "true";

    /// <summary>A file that was deleted while it is open takes every write and keeps none.</summary>
    internal override bool IsInPlace => File.Exists(_path);

    internal override async Task<DbConnection> OpenWriter(CancellationToken ct)
    {
        MakeFolder();
        var writer = await Open($"pragma busy_timeout = {_patience * 1000}; pragma journal_mode = wal; pragma synchronous = full; pragma journal_size_limit = 67108864;", ct);
        _isMade = true;
        return writer;
    }

    internal override Task<DbConnection> OpenReader(CancellationToken ct) => Open($"pragma busy_timeout = {_patience * 1000}; pragma query_only = on;", ct);

    internal override ValueTask<DbTransaction> BeginWrite(DbConnection connection, CancellationToken ct) =>
        ValueTask.FromResult<DbTransaction>(((SqliteConnection)connection).BeginTransaction(deferred: false));

    internal override ValueTask<DbTransaction> BeginAlone(DbConnection connection, CancellationToken ct) => BeginWrite(connection, ct);

    internal override DbTransaction BeginRead(DbConnection connection) => ((SqliteConnection)connection).BeginTransaction(deferred: true);

    internal override StoreFault? FaultIn(Exception exception)
    {
        for (var cause = exception; cause is not null and not StoreFault; cause = cause.InnerException)
            if (cause is SqliteException error) return Fault(error);
        return null;
    }

    /// <summary>Writes never run side by side, so none loses against another.</summary>
    internal override int AttemptsAfter(Exception exception) => 1;

    internal override IDisposable Own()
    {
        MakeFolder();
        return OwnedFile.Take(_path);
    }

    private async Task<DbConnection> Open(string pragmas, CancellationToken ct)
    {
        // A file that is gone is not made anew, or an empty one would look like ours.
        var connection = new SqliteConnection(_isMade ? _existing : _connection);
        try
        {
            await connection.OpenAsync(ct);
            await using var command = connection.CreateCommand();
            command.CommandText = pragmas;
            await command.ExecuteNonQueryAsync(ct);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private void MakeFolder()
    {
        var folder = Path.GetDirectoryName(_path)!;
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreFault(StoreFaultKind.Unreachable,
                $"The folder {folder} of the database cannot be made: {e.Message} Make it writable, or name another file in the setting Database.", e);
        }
    }

    /// <summary>Primary result codes: https://www.sqlite.org/rescode.html.</summary>
    private StoreFault? Fault(SqliteException error) => error.SqliteErrorCode switch
    {
        5 or 6 => new(StoreFaultKind.Busy,
            $"Another program holds the database {_path}: end it, or wait until it is done.", error),
        8 => new(StoreFaultKind.ReadOnly,
            $"The database {_path} may not be written: give the user of this program the right to write the file and its folder.", error),
        10 => new(StoreFaultKind.Disk,
            $"The disk failed under the database {_path}: look into the system's log, then check the disk.", error),
        11 or 26 => new(StoreFaultKind.Damaged,
            $"{_path} is damaged or is not a database of Lavka: restore the last backup, or name another file in the setting Database.", error),
        13 => new(StoreFaultKind.Full,
            $"The disk with the database {_path} is full: free some space.", error),
        14 => new(StoreFaultKind.Unreachable,
            $"{_path} cannot be opened: check that its folder exists and may be written, or name another file in the setting Database.", error),
        _ => null,
    };
}
