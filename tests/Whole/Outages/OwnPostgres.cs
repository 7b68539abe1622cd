using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Shouldly;

namespace Lavka.Whole;

/// <summary>A PostgreSQL server of one test's own, in a folder of its own: it can be stopped, started and frozen without disturbing anybody.</summary>
internal sealed class OwnPostgres : IAsyncDisposable
{
    public const string NoServer = "There is no PostgreSQL on this machine; test.sh installs one.";

    private static readonly string? Programs = Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).FirstOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")))
        : null;

    private readonly string _folder = Directory.CreateTempSubdirectory("lavka-postgres-").FullName;
    private readonly int _port = FreePort.Find();

    private OwnPostgres()
    {
    }

    public static bool IsThere => Programs is not null;

    /// <summary>The setting <c>Database</c> that leads to it.</summary>
    public string Connection => FormattableString.Invariant($"Host=127.0.0.1;Port={_port};Username=postgres;Database=postgres");

    private string Data => Path.Combine(_folder, "data");

    public static async Task<OwnPostgres> Open()
    {
        var server = new OwnPostgres();
        if (Environment.IsPrivilegedProcess) await Run("chown", "postgres", server._folder);
        await Program("initdb", "-D", server.Data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
        await server.Start();
        return server;
    }

    /// <summary>Returns when it accepts connections.</summary>
    public Task Start() => Program("pg_ctl", "-D", Data, "-l", Path.Combine(_folder, "log"), "-w", "start", "-o", FormattableString.Invariant(
        $"-p {_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={_folder} -c fsync=off -c shared_buffers=32MB -c max_connections=60"));

    /// <summary>Every connection is broken off, and nothing is put in order: the next start recovers from the log.</summary>
    public Task Stop() => Program("pg_ctl", "-D", Data, "-m", "immediate", "-w", "stop");

    /// <summary>The whole server stands still: it takes connections as the system does, and never says a word. Disposing the result lets it go on.</summary>
    public async Task<IAsyncDisposable> Freeze()
    {
        var master = (await File.ReadAllLinesAsync(Path.Combine(Data, "postmaster.pid")))[0];
        await Run("kill", "-STOP", master);
        var all = Directory.GetDirectories("/proc").Select(Path.GetFileName).Where(id => IsChild(id!, master)).Append(master).ToArray();
        await Run("kill", ["-STOP", .. all!]);
        return new Frozen(all!);
    }

    public async Task Set(string name, string value)
    {
        await using var connection = new NpgsqlConnection(Connection + ";Pooling=false;Options=-c default_transaction_read_only=off");
        await connection.OpenAsync();
        foreach (var sql in new[] { $"alter system set {name} = {value}", "select pg_reload_conf()" })
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (File.Exists(Path.Combine(Data, "postmaster.pid"))) await Stop();
        Directory.Delete(_folder, recursive: true);
    }

    private static bool IsChild(string process, string of)
    {
        try
        {
            // "123 (postgres) S 122 ...": the parent is the second word after the name.
            return process.All(char.IsAsciiDigit) && File.ReadAllText($"/proc/{process}/stat").Split(") ")[^1].Split(' ')[1] == of;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>As the user postgres when we are root: PostgreSQL refuses to run so.</summary>
    private static Task Program(string name, params string[] arguments)
    {
        string[] line = [Path.Combine(Programs!, name), .. arguments];
        return Environment.IsPrivilegedProcess ? Run("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", .. line]) : Run(line[0], line[1..]);
    }

    private static async Task Run(string program, params string[] arguments)
    {
        // What it starts must not inherit a pipe of ours, or nobody would see its end.
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", "exec \"$0\" \"$@\" >/dev/null 2>&1", program, .. arguments]) { WorkingDirectory = "/tmp" })!;
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, string.Create(CultureInfo.InvariantCulture, $"{program} {string.Join(' ', arguments)}"));
    }

    private sealed class Frozen(string[] processes) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => new(Run("kill", ["-CONT", .. processes]));
    }
}
