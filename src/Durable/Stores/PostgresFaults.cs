using System.Net.Sockets;
using Npgsql;

namespace Lavka.Durable;

/// <summary>What the errors of PostgreSQL and of the way to it mean, and what cures them (postgresql.org/docs/current/errcodes-appendix.html).</summary>
internal static class PostgresFaults
{
    /// <summary>The server's code for the error behind an exception, null when the server said nothing.</summary>
    public static string? StateOf(Exception exception)
    {
        for (var cause = exception; cause is not null and not StoreFault; cause = cause.InnerException)
            if (cause is PostgresException error) return error.SqlState;
        return null;
    }

    /// <param name="exception">What happened.</param>
    /// <param name="where">Server and database, without user and password.</param>
    public static StoreFault? In(Exception exception, string where)
    {
        // Behind it stands what the server said to it, but it was we who had enough.
        if (exception is OperationCanceledException) return null;
        for (var cause = exception; cause is not null and not StoreFault; cause = cause.InnerException)
            if (cause is PostgresException error) return Told(error, where);
            else if (cause is NpgsqlException or SocketException) return Silent(cause, where);
        return null;
    }

    private static StoreFault? Told(PostgresException error, string where) => error.SqlState switch
    {
        "28P01" or "28000" => new(StoreFaultKind.Unreachable,
            $"PostgreSQL at {where} refuses the user or the password: correct Username and Password in the setting Database.", error),
        "3D000" => new(StoreFaultKind.Unreachable,
            $"PostgreSQL at {where} has no such database: make it (create database ... owner ...), or name another one in the setting Database.", error),
        "42501" => new(StoreFaultKind.ReadOnly,
            $"The user may not do this in the database {where}: make him its owner (alter database ... owner to ...).", error),
        "25006" => new(StoreFaultKind.ReadOnly,
            $"The database {where} may only be read: it is a standby or set to read-only. Name the primary server in the setting Database.", error),
        "53100" => new(StoreFaultKind.Full, $"The disk of the PostgreSQL server at {where} is full: free some space.", error),
        "53300" => new(StoreFaultKind.Busy,
            $"PostgreSQL at {where} has no connection left: raise max_connections (a node of Lavka needs up to 27), or stop what takes them.", error),
        "58030" => new(StoreFaultKind.Disk, $"The disk failed under the PostgreSQL server at {where}: look into the server's log, then check the disk.", error),
        "XX001" or "XX002" => new(StoreFaultKind.Damaged, $"The database {where} is damaged: look into the server's log and restore the last backup.", error),
        "40001" or "40P01" or "55P03" or "57014" or "53200" => new(StoreFaultKind.Busy,
            $"The database {where} is too busy, or something holds its rows: look for long transactions in pg_stat_activity.", error),
        ['0', '8', ..] or ['5', '7', 'P', ..] => new(StoreFaultKind.Unreachable,
            $"PostgreSQL at {where} is stopping or starting: wait until it is up.", error),
        _ => null,
    };

    private static StoreFault Silent(Exception error, string where) => error.InnerException is TimeoutException
        ? new(StoreFaultKind.Busy, $"PostgreSQL at {where} did not answer in time: look at its load and at the network.", error)
        : new(StoreFaultKind.Unreachable,
            $"PostgreSQL at {where} cannot be reached: check that it runs, that Host and Port in the setting Database are right, and that the network lets us through.", error);
}
