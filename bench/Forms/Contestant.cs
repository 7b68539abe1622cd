using System.Diagnostics;
using Npgsql;

namespace Lavka.Bench.Forms;

/// <summary>A program that serves the form, and how it is started.</summary>
/// <param name="Name">As the table calls it.</param>
/// <param name="UsesPostgres">It is given a database of PostgreSQL; otherwise it has a file of its own.</param>
/// <param name="Path">Where it takes its updates.</param>
/// <param name="Start">Its process, for a database, a port and a Bot API.</param>
internal sealed record Contestant(string Name, bool UsesPostgres, string Path, Func<NpgsqlConnectionStringBuilder?, int, string, ProcessStartInfo> Start)
{
    public const string Secret = "bench";
    private const string Token = "42:bench";

    public static IReadOnlyList<Contestant> All { get; } =
    [
        new("Lavka, PostgreSQL", true, "/hooks/telegram/form", (database, port, api) => Lavka(database!.ConnectionString, port, api)),
        new("Lavka, SQLite", false, "/hooks/telegram/form", (_, port, api) =>
            Lavka($"Data Source={System.IO.Path.Combine(Directory.CreateTempSubdirectory("lavka-bench-").FullName, "lavka.db")}", port, api)),
        new("grammY, conversations", true, "/hook", (database, port, api) => Node("grammy-conversations", database!, port, api)),
        new("grammY, sessions", true, "/hook", (database, port, api) => Node("grammy-sessions", database!, port, api)),
        new("Telegraf, scenes", true, "/hook", (database, port, api) => Node("telegraf-scenes", database!, port, api)),
        new("node-telegram-bot-api", true, "/hook", (database, port, api) => Node("node-telegram-bot-api", database!, port, api)),
    ];

    private static ProcessStartInfo Lavka(string database, int port, string api) => With(new ProcessStartInfo("dotnet", [typeof(Contestant).Assembly.Location, "serve-form"]), new()
    {
        ["Database"] = database,
        ["Urls"] = $"http://127.0.0.1:{port}",
        ["Telegram__ApiUrl"] = api,
        ["Shops__form__Telegram__Token"] = Token,
        ["Shops__form__Telegram__Secret"] = Secret,
        ["Shops__form__Telegram__Mode"] = "Webhook",
    });

    private static ProcessStartInfo Node(string program, NpgsqlConnectionStringBuilder database, int port, string api) =>
        With(new ProcessStartInfo("node", [$"serving/{program}.mjs"]) { WorkingDirectory = PeerPackages.Folder }, new()
        {
            ["NODE_ENV"] = "production",
            ["PGHOST"] = database.Host,
            ["PGPORT"] = database.Port.ToString(Table.Culture),
            ["PGUSER"] = database.Username,
            ["PGPASSWORD"] = database.Password,
            ["PGDATABASE"] = database.Database,
            ["PORT"] = port.ToString(Table.Culture),
            ["API"] = api,
            ["TOKEN"] = Token,
            ["SECRET"] = Secret,
        });

    private static ProcessStartInfo With(ProcessStartInfo start, Dictionary<string, string?> settings)
    {
        foreach (var (key, value) in settings) start.Environment[key] = value;
        return start;
    }
}
