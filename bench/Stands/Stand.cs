using Lavka.Bench.Load;

namespace Lavka.Bench.Stands;

/// <summary>A contestant with an empty store and a Bot API of its own; it may be started several times, and is the same bot each time.</summary>
internal sealed class Stand(Contestant contestant, Place place, FakeBotApi api) : IAsyncDisposable
{
    /// <summary>Out of reach until it is started.</summary>
    public FakeBotApi Api => api;

    public Place Place => place;

    public Uri Hook { get; } = new($"http://127.0.0.1:{place.Port}{contestant.Path}");

    public static async Task<Stand> Of(Contestant contestant, PostgresServer postgres, Action<SaidMessage> heard, CancellationToken ct, Func<SaidMessage, Refusal?>? refused = null)
    {
        var api = new FakeBotApi(heard, refused, Machine.FreePort());
        var folder = Directory.CreateTempSubdirectory("lavka-bench-").FullName;
        return new Stand(contestant, new Place(await postgres.Database("bench", ct), folder, Machine.FreePort(), api.Url), api);
    }

    /// <summary>The bot's process, which takes updates already.</summary>
    public async Task<Served> Serve(CancellationToken ct)
    {
        var bot = new Served(contestant.Start(place), place.Port);
        await bot.Ready(ct);
        return bot;
    }

    public async ValueTask DisposeAsync()
    {
        await api.DisposeAsync();
        Directory.Delete(place.Folder, recursive: true);
    }
}
