using System.Diagnostics;
using Lavka.Bench.Load;

namespace Lavka.Bench.Stands;

/// <summary>A program that serves the form, and how it is started.</summary>
/// <param name="Name">As the tables call it.</param>
/// <param name="Path">Where it takes its updates.</param>
/// <param name="Start">Its process in a place.</param>
internal sealed record Contestant(string Name, string Path, Func<Place, ProcessStartInfo> Start)
{
    public const string Secret = "bench";

    private const string Token = "42:bench";
    private const string LavkaPath = "/hooks/telegram/form";
    private const string PeerPath = "/hook";

    public static IReadOnlyList<Contestant> Lavka { get; } =
    [
        new("Lavka, PostgreSQL", LavkaPath, place => Ours(place.Database.ConnectionString, place)),
        new("Lavka, SQLite", LavkaPath, place => Ours(place.File, place)),
    ];

    public static IReadOnlyList<Contestant> All { get; } =
    [
        .. Lavka,
        new("grammY, conversations", PeerPath, place => Node("grammy-conversations", place)),
        new("grammY, sessions", PeerPath, place => Node("grammy-sessions", place)),
        new("Telegraf, scenes", PeerPath, place => Node("telegraf-scenes", place)),
        new("node-telegram-bot-api", PeerPath, place => Node("node-telegram-bot-api", place)),
    ];

    private static ProcessStartInfo Ours(string database, Place place) => With(new ProcessStartInfo("dotnet", [typeof(Contestant).Assembly.Location, "serve-form"]), new()
    {
        ["Database"] = database,
        ["Urls"] = $"http://127.0.0.1:{place.Port}",
        ["Telegram__ApiUrl"] = place.Api,
        ["Shops__form__Telegram__Token"] = Token,
        ["Shops__form__Telegram__Secret"] = Secret,
        ["Shops__form__Telegram__Mode"] = "Webhook",
        // Only a broadcast is sent faster by it, at Telegram's highest rate.
        ["Shops__form__Telegram__PaidBroadcast"] = "true",
    });

    private static ProcessStartInfo Node(string program, Place place) => With(new ProcessStartInfo("node", [$"serving/{program}.mjs"]) { WorkingDirectory = PeerPackages.Folder }, new()
    {
        ["NODE_ENV"] = "production",
        ["PGHOST"] = place.Database.Host,
        ["PGPORT"] = place.Database.Port.ToString(Report.Culture),
        ["PGUSER"] = place.Database.Username,
        ["PGPASSWORD"] = place.Database.Password,
        ["PGDATABASE"] = place.Database.Database,
        ["PORT"] = place.Port.ToString(Report.Culture),
        ["API"] = place.Api,
        ["TOKEN"] = Token,
        ["SECRET"] = Secret,
    });

    private static ProcessStartInfo With(ProcessStartInfo start, Dictionary<string, string?> settings)
    {
        LightSockets.KeepFrom(start);
        foreach (var (key, value) in settings) start.Environment[key] = value;
        return start;
    }
}
