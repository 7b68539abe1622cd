using Npgsql;

namespace Lavka.Bench.Stands;

/// <summary>What a contestant is given: a database of PostgreSQL or a folder for a file of its own, a port, and a Bot API.</summary>
internal sealed record Place(NpgsqlConnectionStringBuilder Database, string Folder, int Port, string Api)
{
    /// <summary>The file of who uses no PostgreSQL, as a connection string.</summary>
    public string File => $"Data Source={Path.Combine(Folder, "lavka.db")}";
}
