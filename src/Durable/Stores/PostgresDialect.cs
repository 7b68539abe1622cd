using System.Data;
using System.Data.Common;
using System.Text.RegularExpressions;
using Npgsql;

namespace Lavka.Durable;

/// <summary>
/// PostgreSQL: a server that several programs share. Writes run side by side, each on a snapshot (repeatable read); of two that change one row the later fails and
/// is run again. Connections are kept by the store itself, with their prepared statements.
/// </summary>
internal sealed partial class PostgresDialect : Dialect
{
    /// <summary>Row locks, claims and identities as we use them came with 12; older ones are no longer mended by anybody.</summary>
    private static readonly Version Oldest = new(13, 0);

    /// <summary>Any number that nobody else uses: all programs that migrate one database meet here.</summary>
    private const long MigrationLock = 0x4C61766B61;

    private readonly NpgsqlDataSource _source;
    private readonly NpgsqlConnectionStringBuilder _settings;

    private readonly SharedClock _shared;

    public PostgresDialect(string database, TimeProvider clock) : base(clock)
    {
        _shared = new SharedClock(clock);
        _settings = new NpgsqlConnectionStringBuilder(database) { Pooling = false };
        if (!_settings.ShouldSerialize("Timeout")) _settings.Timeout = 5;
        if (!_settings.ShouldSerialize("Command Timeout")) _settings.CommandTimeout = 15;
        if (!_settings.ShouldSerialize("Max Auto Prepare")) (_settings.MaxAutoPrepare, _settings.AutoPrepareMinUsages) = (200, 2);
        if (!_settings.ShouldSerialize("Application Name")) _settings.ApplicationName = "lavka";
        (_settings.CancellationTimeout, _settings.TcpKeepAlive, _settings.TcpKeepAliveTime, _settings.TcpKeepAliveInterval) = (500, true, 5, 2);
        // Nobody may hold up the others for ever, and the locks of a machine that vanished are free after six seconds.
        // Compiling a plan pays off for a report; here it would cost more than a turn.
        _settings.Options = "-c jit=off -c lock_timeout=10s -c idle_in_transaction_session_timeout=60s -c tcp_keepalives_idle=3 -c tcp_keepalives_interval=1 -c tcp_keepalives_count=3 "
            + _settings.Options;
        _source = NpgsqlDataSource.Create(_settings);
    }

    public override Engine Engine => Engine.Postgres;

    internal override DateTimeOffset Now => _shared.Now;

    internal override int MostWriters => 10;

    /// <summary>The driver would look for names anew at every use of the statement.</summary>
    internal override string Written(string sql, IReadOnlyList<string> names) => Named().Replace(sql, named =>
    {
        for (var at = 0; at < names.Count; at++)
            if (names[at] == named.Groups["name"].Value) return FormattableString.Invariant($"${at + 1}");
        return named.Value;
    });

    internal override string SkipTaken => "for update skip locked";

    /// <summary>A program that lives holds the advisory lock of its node (postgresql.org/docs/current/view-pg-locks.html shows the key in two halves).</summary>
    internal override string IsAbandoned => """
        (node is null or node not in (
          select (classid::bigint << 32) | objid::bigint from pg_locks
          where locktype = 'advisory' and objsubid = 1 and granted and database = (select oid from pg_database where datname = current_database())))
        """;

    internal override bool IsInPlace => true;

    internal override bool IsBusy(DbConnection connection) =>
        (((NpgsqlConnection)connection).FullState & (ConnectionState.Executing | ConnectionState.Fetching | ConnectionState.Connecting)) != ConnectionState.Closed;

    internal override async Task<DbConnection> OpenWriter(CancellationToken ct) => await Open(null, ct);

    /// <summary>To plan a statement of a group costs more than to run it, and its runs are all alike: it is planned without its values, and anew when <see cref="ForgetPlans"/> says so.</summary>
    internal override async Task<DbConnection> OpenGroup(CancellationToken ct) => await Open("set plan_cache_mode = force_generic_plan", ct);

    internal override async Task<DbConnection> OpenReader(CancellationToken ct) => await Open("set default_transaction_read_only = on", ct);

    internal override ValueTask<DbTransaction> BeginWrite(DbConnection connection, CancellationToken ct) => connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);

    internal override ValueTask<DbTransaction> BeginGroup(DbConnection connection, CancellationToken ct) => connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, ct);

    /// <summary>Nothing is sent before the first statement.</summary>
    internal override DbTransaction BeginRead(DbConnection connection) => connection.BeginTransaction(IsolationLevel.RepeatableRead);

    internal override async ValueTask<DbTransaction> BeginAlone(DbConnection connection, CancellationToken ct)
    {
        // Not on a snapshot: it would be older than the wait for the lock.
        var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, ct);
        await using var command = connection.CreateCommand();
        command.CommandText = $"set local lock_timeout = '60s'; select pg_advisory_xact_lock({MigrationLock})";
        command.CommandTimeout = 65;
        await command.ExecuteNonQueryAsync(ct);
        return transaction;
    }

    internal override async Task ForgetPlans(DbConnection connection, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "discard plans";
        await command.ExecuteNonQueryAsync(ct);
    }

    internal override StoreFault? FaultIn(Exception exception) => PostgresFaults.In(exception, $"{_settings.Host}:{_settings.Port}/{_settings.Database ?? _settings.Username}");

    internal override int AttemptsAfter(Exception exception) => PostgresFaults.StateOf(exception) switch
    {
        PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected => 30,
        // The row that it found missing has come meanwhile: the next attempt sees it. A mistake fails again and is told.
        PostgresErrorCodes.UniqueViolation => 12,
        _ => 1,
    };

    internal override IDisposable? Own() => null;

    internal override PostgresNode NewNode(TimeProvider clock) => new(this, _settings.SearchPath ?? "", clock);

    internal override ValueTask Close() => _source.DisposeAsync();

    internal async Task<NpgsqlConnection> Open(string? setting, CancellationToken ct)
    {
        var connection = await _source.OpenConnectionAsync(ct);
        try
        {
            if (connection.PostgreSqlVersion < Oldest)
                throw new StoreFault(StoreFaultKind.Unreachable,
                    $"The PostgreSQL server at {_settings.Host} is version {connection.PostgreSqlVersion}, and Lavka needs {Oldest.Major} or newer: update the server.");
            await using var command = connection.CreateCommand();
            if (!_shared.IsKnown) await Look(command, ct);
            if (setting is null) return connection;
            command.CommandText = setting;
            await command.ExecuteNonQueryAsync(ct);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Looks at the server's clock.</summary>
    internal async Task Look(DbCommand command, CancellationToken ct)
    {
        command.CommandText = "select (extract(epoch from clock_timestamp()) * 1000)::bigint";
        var asked = Clock.GetTimestamp();
        _shared.Hear(DateTimeOffset.FromUnixTimeMilliseconds((long)(await command.ExecuteScalarAsync(ct))!), asked);
    }

    [GeneratedRegex(@"@(?<name>\w+)", RegexOptions.NonBacktracking)]
    private static partial Regex Named();
}
