using System.Globalization;
using System.Text.RegularExpressions;
using Lavka.Kit;

namespace Lavka.Whole;

/// <summary>A town with two or more hosts on one PostgreSQL and a balancer before them.</summary>
internal sealed partial class Cluster : IAsyncDisposable
{
    private Cluster(Town town) => Town = town;

    public Town Town { get; }

    public IReadOnlyList<HostProcess> Nodes => Town.Hosts;

    /// <summary>All are ready; the first was first, so it leads.</summary>
    /// <param name="mode">How updates come.</param>
    /// <param name="second">The same for the other nodes, when they are set otherwise.</param>
    /// <param name="nodes">How many there are.</param>
    /// <param name="also">Settings of all beside the usual ones.</param>
    public static Task<Cluster> Open(string mode = "Webhook", string? second = null, int nodes = 2, params IEnumerable<(string Key, string Value)> also) =>
        Open(new TownPlan { Mode = mode, Nodes = nodes, Settings = also.ToDictionary(setting => setting.Key, setting => setting.Value) }, second);

    /// <inheritdoc cref="Open(string, string?, int, IEnumerable{ValueTuple{string, string}})"/>
    /// <param name="plan">What the town is like.</param>
    /// <param name="second">How updates come to the other nodes, when they are set otherwise.</param>
    /// <param name="server">The caller's own, to do with as he likes; null for a database on the one that all tests share.</param>
    public static async Task<Cluster> Open(TownPlan plan, string? second = null, OwnPostgres? server = null)
    {
        var database = server is null ? await PostgresDatabase.Create() : null;
        var addresses = Enumerable.Range(0, plan.Nodes).Select(_ => new Uri($"http://127.0.0.1:{FreePort.Find()}")).ToList();
        var balancer = await Balancer.Before(addresses);
        var settings = new Dictionary<string, string>(plan.Settings)
        {
            ["Database"] = server?.Connection ?? database!.Connection, ["Urls"] = addresses[0].OriginalString, ["PublicUrl"] = balancer.Address.OriginalString,
        };
        var town = await Town.Build(plan with { Settings = settings }, addresses[0]);
        town.StandsBehind(balancer.Address, database is null ? [balancer] : [balancer, database]);
        foreach (var address in addresses.Skip(1))
            town.NewHost(address, new() { ["Urls"] = address.OriginalString, [$"Shops__{TownPlan.Shop}__Telegram__Mode"] = second ?? plan.Mode });
        var cluster = new Cluster(town);
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
    public Task<(Customer Customer, RawDelivery Raw)> NewCustomer(string name = "Kate") => Town.NewCustomerByHand(name);
    /// <summary>The same updates posted to one node directly.</summary>
    public static RawDelivery At(HostProcess node, long person) => new(node.Http, person);

    /// <summary>How many updates a node took.</summary>
    public static async Task<long> Taken(HostProcess node) =>
        long.Parse(TakenUpdates().Match(await node.Http.GetStringAsync("/metrics")).Groups["count"].Value.PadLeft(1, '0'), CultureInfo.InvariantCulture);

    public ValueTask DisposeAsync() => Town.DisposeAsync();

    [GeneratedRegex("""lavka_updates_total\{bot="labels",outcome="taken"\} (?<count>\d+)""", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex TakenUpdates();
}
