using Lavka.Durable;
using Npgsql;

namespace Lavka.Kit;

/// <summary>
/// A fresh, migrated database of its own on the engine of this run (<see cref="TestEngine"/>), deleted afterwards. It stands still in time unless its clock is advanced.
/// </summary>
public sealed class TempStore : IAsyncDisposable
{
    private readonly string? _folder;
    private readonly PostgresDatabase? _postgres;
    private readonly IReadOnlyList<Schema> _rooms;
    private readonly List<Store> _opened = [];

    private TempStore(PostgresDatabase? postgres, IReadOnlyList<Schema> rooms)
    {
        (_postgres, _rooms) = (postgres, rooms);
        if (postgres is null) _folder = Directory.CreateTempSubdirectory("lavka-").FullName;
    }

    public FakeClock Clock { get; } = new();

    /// <summary>The store that was opened last.</summary>
    public Store Store => _opened[^1];

    /// <summary>The file of a SQLite store.</summary>
    public string File => Path.Combine(_folder ?? throw new InvalidOperationException("A store on PostgreSQL has no file."), "lavka.db");

    /// <summary>The setting <c>Database</c> that leads to it.</summary>
    public string Database => _postgres is null ? $"Data Source={File}" : Patient(_postgres.Connection);

    /// <summary>Opens a store with the tables of the durable room and of the rooms that are named.</summary>
    public static async Task<TempStore> Open(params IReadOnlyList<Schema> rooms)
    {
        IReadOnlyList<Schema> all = [Schema.Durable, .. rooms];
        var temp = new TempStore(TestEngine.IsPostgres ? await PostgresDatabase.Create(all) : null, all);
        await temp.Reopen();
        return temp;
    }

    /// <summary>Programs whose clock stands still prove nothing to the server for a while; it bears with them.</summary>
    private static string Patient(string connection) => new NpgsqlConnectionStringBuilder(connection) { Options = "-c idle_session_timeout=1h" }.ConnectionString;

    /// <summary>What a restart finds: a second store on the same database, while the first is simply abandoned as a crash would leave it.</summary>
    public async Task<Store> Reopen()
    {
        _opened.Add(Store.Open(Database, Clock));
        await Store.Migrate(_rooms, CancellationToken.None);
        return Store;
    }

    /// <summary>The server ends every connection to this database, as it does when it is started anew.</summary>
    public Task Disconnect() =>
        _postgres?.Run("select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()") ?? Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var store in _opened) await store.DisposeAsync();
        if (_postgres is not null) await _postgres.DisposeAsync();
        if (_folder is not null) Directory.Delete(_folder, recursive: true);
    }
}
