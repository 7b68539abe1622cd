using Lavka.Durable;

namespace Lavka.Kit;

/// <summary>A fresh, migrated SQLite file of its own, deleted afterwards. It stands still in time unless its clock is advanced.</summary>
public sealed class TempStore : IAsyncDisposable
{
    private readonly string _folder;
    private readonly IReadOnlyList<Schema> _rooms;
    private readonly List<Store> _opened = [];

    private TempStore(string folder, FakeClock clock, IReadOnlyList<Schema> rooms) => (_folder, Clock, _rooms) = (folder, clock, rooms);

    public FakeClock Clock { get; }

    /// <summary>The store that was opened last.</summary>
    public Store Store => _opened[^1];

    public string File => Path.Combine(_folder, "lavka.db");

    /// <summary>Opens a store with the tables of the durable room and of the rooms that are named.</summary>
    public static async Task<TempStore> Open(params IReadOnlyList<Schema> rooms)
    {
        var temp = new TempStore(Directory.CreateTempSubdirectory("lavka-").FullName, new FakeClock(), [Schema.Durable, .. rooms]);
        await temp.Reopen();
        return temp;
    }

    /// <summary>What a restart finds: a second store on the same file, while the first is simply abandoned as a crash would leave it.</summary>
    public async Task<Store> Reopen()
    {
        _opened.Add(Store.Open($"Data Source={File}", Clock));
        await Store.Migrate(_rooms, CancellationToken.None);
        return Store;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var store in _opened) await store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
