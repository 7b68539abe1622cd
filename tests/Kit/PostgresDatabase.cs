using System.Security.Cryptography;
using System.Text;
using Lavka.Durable;
using Npgsql;

namespace Lavka.Kit;

/// <summary>A PostgreSQL database of its own on the server of the tests, dropped afterwards whoever is still connected.</summary>
public sealed class PostgresDatabase : IAsyncDisposable
{
    private readonly string _name;

    private PostgresDatabase(string name) => (_name, Connection) = (name, On(name));

    /// <summary>The setting <c>Database</c> that leads to it.</summary>
    public string Connection { get; }

    /// <summary>An empty one; with rooms, one that has their tables: copied, which is quicker than making them.</summary>
    public static async Task<PostgresDatabase> Create(params IReadOnlyList<Schema> rooms)
    {
        var name = $"lavka_{Guid.NewGuid():N}";
        var template = rooms.Count == 0 ? "template0" : await Template(rooms);
        await Run("postgres", $"create database {name} template {template}");
        return new PostgresDatabase(name);
    }

    /// <summary>Runs a statement as the server's master, in this database.</summary>
    public Task Run(string sql) => Run(_name, sql);

    public ValueTask DisposeAsync() => new(Run("postgres", $"drop database if exists {_name} with (force)"));

    private static async Task<string> Template(IReadOnlyList<Schema> rooms)
    {
        var texts = string.Concat(rooms.SelectMany(room => room.On(Engine.Postgres)).Select(file => file.Hash));
        var name = "lavka_template_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(texts)))[..16];
        await using var master = await Open("postgres");
        await Run(master, $"select pg_advisory_lock(hashtext('{name}'))");
        await using (var known = new NpgsqlCommand($"select 1 from pg_database where datname = '{name}' and datistemplate", master))
            if (await known.ExecuteScalarAsync() is not null) return name;
        await Run(master, $"drop database if exists {name}");
        await Run(master, $"create database {name} template template0");
        await using (var store = Store.Open(On(name), TimeProvider.System)) await store.Migrate(rooms, CancellationToken.None);
        await Run(master, $"alter database {name} is_template true");
        return name;
    }

    private static string On(string database) => new NpgsqlConnectionStringBuilder(Server) { Database = database }.ConnectionString;

    private static string Server => TestEngine.Server ?? throw new InvalidOperationException("LAVKA_TEST_POSTGRES names no server; run ./test.sh, which starts one.");

    private static async Task<NpgsqlConnection> Open(string database)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(On(database)) { Pooling = database == "postgres" }.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    private static async Task Run(string database, string sql)
    {
        await using var connection = await Open(database);
        await Run(connection, sql);
    }

    private static async Task Run(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
