using Lavka.Durable;

namespace Lavka.Kit;

/// <summary>
/// The engine that this run of the tests is about: SQLite, or PostgreSQL when LAVKA_TEST_ENGINE=Postgres says so. LAVKA_TEST_POSTGRES is then the connection string of a
/// server on which tests may make and drop databases; test.sh starts one.
/// </summary>
public static class TestEngine
{
    public static Engine Current { get; } = Enum.TryParse<Engine>(Environment.GetEnvironmentVariable("LAVKA_TEST_ENGINE"), ignoreCase: true, out var named) ? named : Engine.Sqlite;

    /// <summary>Null when no server was named.</summary>
    public static string? Server { get; } = Environment.GetEnvironmentVariable("LAVKA_TEST_POSTGRES") is { Length: > 0 } server ? server : null;

    public static bool IsSqlite => Current is Engine.Sqlite;

    public static bool IsPostgres => Current is Engine.Postgres;

    public static bool HasServer => Server is not null;
}
