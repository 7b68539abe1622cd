using System.Globalization;
using System.Text.RegularExpressions;
using Lavka.Kit;

namespace Lavka.Whole;

/// <summary>A town with two or more hosts on one PostgreSQL and a balancer before them.</summary>
internal sealed partial class Cluster : IAsyncDisposable
{
    private readonly PostgresDatabase _database;
    private readonly Balancer _balancer;

    private Cluster(PostgresDatabase database, Balancer balancer, Town town, IEnumerable<HostProcess> others) =>
        (_database, _balancer, Town, Nodes) = (database, balancer, town, [town.Host, .. others]);

    public Town Town { get; }

    public IReadOnlyList<HostProcess> Nodes { get; }

    /// <summary>All are ready; the first was first, so it leads.</summary>
    /// <param name="mode">How updates come.</param>
    /// <param name="second">The same for the other nodes, when they are set otherwise.</param>
    /// <param name="nodes">How many there are.</param>
    /// <param name="also">Settings of all beside the usual ones.</param>
    public static async Task<Cluster> Open(string mode = "Webhook", string? second = null, int nodes = 2, params IEnumerable<(string Key, string Value)> also)
    {
        var database = await PostgresDatabase.Create();
        var addresses = Enumerable.Range(0, nodes).Select(_ => new Uri($"http://127.0.0.1:{FreePort.Find()}")).ToList();
        var balancer = await Balancer.Before(addresses);
        var settings = new Dictionary<string, string>
        {
            ["Database"] = database.Connection, ["Urls"] = addresses[0].OriginalString, ["PublicUrl"] = balancer.Address.OriginalString,
        };
        foreach (var (key, value) in also) settings[key] = value;
        var town = await Town.Build(new TownPlan { Mode = mode, Settings = settings }, addresses[0]);
        var others = addresses.Skip(1).Select(address => town.NewHost(
            address, new() { ["Urls"] = address.OriginalString, [$"Shops__{TownPlan.Shop}__Telegram__Mode"] = second ?? mode }));
        var cluster = new Cluster(database, balancer, town, others);
        try
        {
            await cluster.Nodes[0].Start();
            await Until.True(() => Task.FromResult(Leads(cluster.Nodes[0])), "the first node leads");
            await Task.WhenAll(cluster.Nodes.Skip(1).Select(node => node.Start()));
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    public static bool Leads(HostProcess node) => node.Log.Any(line => line.Contains("bot labels is led by this node", StringComparison.Ordinal));

    public static bool StandsBy(HostProcess node) => node.Log.Any(line => line.Contains("bot labels is in the hands of another node", StringComparison.Ordinal));

    /// <summary>Whose updates go through the balancer.</summary>
    public async Task<(Customer Customer, RawDelivery Raw)> NewCustomer(string name = "Kate")
    {
        var person = await Town.Telegram.NewPerson(name);
        await Town.Telegram.Introduce(person);
        var raw = new RawDelivery(new HttpClient { BaseAddress = _balancer.Address }, person);
        return (new Customer(Town.Telegram, person, raw), raw);
    }

    /// <summary>The same updates posted to one node directly.</summary>
    public static RawDelivery At(HostProcess node, long person) => new(node.Http, person);

    /// <summary>How many updates a node took.</summary>
    public static async Task<long> Taken(HostProcess node) =>
        long.Parse(TakenUpdates().Match(await node.Http.GetStringAsync("/metrics")).Groups["count"].Value.PadLeft(1, '0'), CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        await Town.DisposeAsync();
        await _balancer.DisposeAsync();
        await _database.DisposeAsync();
    }

    [GeneratedRegex("""lavka_updates_total\{bot="labels",outcome="taken"\} (?<count>\d+)""", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex TakenUpdates();
}
