using System.Diagnostics;
using Npgsql;

namespace Lavka.Bench.Stands;

/// <summary>
/// A PostgreSQL on this machine that really writes to the disk: started by <c>.ci/postgres</c> and thrown away afterwards, or the one that LAVKA_TEST_POSTGRES names.
/// </summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private readonly Process _shell;
    private readonly NpgsqlConnectionStringBuilder _settings;

    private PostgresServer(Process shell, NpgsqlConnectionStringBuilder settings, int postmaster) => (_shell, _settings, Postmaster) = (shell, settings, postmaster);

    /// <summary>The parent of all its processes.</summary>
    public int Postmaster { get; }

    public static async Task<PostgresServer> Start(CancellationToken ct)
    {
        // The shell takes the server down when its input ends, also when this program is killed.
        var start = new ProcessStartInfo("bash", ["-c", "set -e; . ./.ci/postgres; echo \"$LAVKA_TEST_POSTGRES\"; cat >/dev/null"])
        {
            WorkingDirectory = Machine.Root(), RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false,
        };
        start.Environment["LAVKA_POSTGRES_DURABLE"] = "1";
        var shell = Process.Start(start)!;
        var settings = "";
        while (!settings.StartsWith("Host=", StringComparison.Ordinal))
            settings = await shell.StandardOutput.ReadLineAsync(ct) ?? throw new InvalidOperationException("PostgreSQL did not start.");
        await using var source = NpgsqlDataSource.Create(settings);
        await using var ask = source.CreateCommand("select pg_backend_pid(), current_setting('fsync') || current_setting('synchronous_commit')");
        await using var answer = await ask.ExecuteReaderAsync(ct);
        await answer.ReadAsync(ct);
        if (answer.GetString(1) != "onon") throw new InvalidOperationException("This PostgreSQL does not wait for the disk; its figures would mean nothing.");
        return new PostgresServer(shell, new NpgsqlConnectionStringBuilder(settings), ProcFile.ParentOf(answer.GetInt32(0)));
    }

    /// <summary>A new and empty database.</summary>
    public async Task<NpgsqlConnectionStringBuilder> Database(string name, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(_settings);
        await using var drop = source.CreateCommand($"drop database if exists \"{name}\" with (force)");
        await drop.ExecuteNonQueryAsync(ct);
        await using var create = source.CreateCommand($"create database \"{name}\"");
        await create.ExecuteNonQueryAsync(ct);
        return new NpgsqlConnectionStringBuilder(_settings.ConnectionString) { Database = name };
    }

    public async ValueTask DisposeAsync()
    {
        _shell.StandardInput.Close();
        await _shell.WaitForExitAsync();
        _shell.Dispose();
    }
}
