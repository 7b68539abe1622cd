using System.Diagnostics;
using System.Globalization;
using System.Net;
using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Whole;

/// <summary>
/// PostgreSQL falls, hangs and may not be written, under the real host. <c>LAVKA_RESTARTS=30</c> is the long run of the first test: so many falls, ten seconds apart, with
/// thirty people.
/// </summary>
public sealed class DatabaseRestartTests(ITestOutputHelper output)
{
    /// <summary>The promise is one second; a machine that builds three other things at the same time takes longer.</summary>
    private static readonly TimeSpan LongestRefusal = TimeSpan.FromSeconds(4);

    private static readonly TimeSpan LongestRecovery = TimeSpan.FromSeconds(15);

    private static readonly int Restarts = int.Parse(Environment.GetEnvironmentVariable("LAVKA_RESTARTS") ?? "3", CultureInfo.InvariantCulture);

    private static bool IsLong => Restarts > 3;

    [Fact(Skip = OwnPostgres.NoServer, SkipType = typeof(OwnPostgres), SkipUnless = nameof(OwnPostgres.IsThere))]
    [Covers("faults:F7")]
    public async Task A_database_that_falls_again_and_again_under_load_costs_nobody_a_step_and_nothing_is_said_twice()
    {
        await using var server = await OwnPostgres.Open();
        await using var town = await Town.Open(new TownPlan { Settings = new Dictionary<string, string> { ["Database"] = server.Connection } });
        var visitors = new Visitors(town, IsLong ? 30 : 8);
        await visitors.Comes();

        for (var restart = 0; restart < Restarts; restart++)
        {
            await Task.Delay(TimeSpan.FromSeconds(IsLong ? 8 : 1), TestContext.Current.CancellationToken);
            var (_, order) = await visitors.Newcomer("Newcomer");
            var before = visitors.Refusals.Count;
            await server.Stop();
            var newcomer = order.Begins();
            await visitors.MeetsRefusal();
            await server.Start();
            var began = Stopwatch.GetTimestamp();
            await visitors.IsServed();
            var served = Stopwatch.GetElapsedTime(began);
            await newcomer;
            var answered = Stopwatch.GetElapsedTime(began);
            var slowest = visitors.Refusals.Skip(before).Max(refusal => refusal.Took);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"Fall {restart + 1}: {visitors.Refusals.Count - before} refusals, the slowest after {slowest.TotalMilliseconds:0} ms; up again, an update was taken after {served.TotalMilliseconds:0} ms, somebody new had his menu and his first question after {answered.TotalMilliseconds:0} ms"));
            answered.ShouldBeLessThan(LongestRecovery);
        }
        await visitors.CameThrough(output, LongestRefusal);
    }

    [Fact(Skip = OwnPostgres.NoServer, SkipType = typeof(OwnPostgres), SkipUnless = nameof(OwnPostgres.IsThere))]
    [Covers("faults:F7", "faults:F8", "shipping:H07")]
    public async Task While_the_database_hangs_or_may_not_be_written_updates_are_refused_at_once_and_afterwards_everything_goes_on()
    {
        await using var server = await OwnPostgres.Open();
        await using var town = await Town.Open(new TownPlan { Settings = new Dictionary<string, string> { ["Database"] = server.Connection } });
        var visitors = new Visitors(town, 4);
        await visitors.Comes();

        await using (await server.Freeze())
        {
            await visitors.IsRefused("does not answer");
        }
        await visitors.IsServed();
        await server.Set("default_transaction_read_only", "on");
        await visitors.IsRefused("ReadOnly");
        await server.Set("default_transaction_read_only", "off");

        await visitors.IsServed();
        await visitors.CameThrough(output, LongestRefusal);
    }

    [Fact(Skip = OwnPostgres.NoServer, SkipType = typeof(OwnPostgres), SkipUnless = nameof(OwnPostgres.IsThere))]
    [Covers("faults:F7", "vpn:S-03", "vpn:S-43")]
    public async Task When_the_database_of_two_nodes_falls_both_refuse_and_afterwards_both_serve_and_one_of_them_sends()
    {
        await using var server = await OwnPostgres.Open();
        await using var cluster = await Cluster.Open(new TownPlan { Nodes = 2 }, server: server);
        var visitors = new Visitors(cluster.Town, 6);
        await visitors.Comes();

        await server.Stop();
        foreach (var node in cluster.Nodes)
        {
            await visitors.MeetsRefusal();
            await Until.True(async () =>
            {
                using var ready = await node.Http.GetAsync("/health/ready");
                return ready.StatusCode is HttpStatusCode.ServiceUnavailable;
            }, "the node says that it cannot serve");
        }
        await server.Start();

        await visitors.IsServed();
        foreach (var node in cluster.Nodes)
        {
            var before = await Cluster.Taken(node);
            await Until.True(async () => await Cluster.Taken(node) > before + 5, "the node serves again");
        }
        await visitors.CameThrough(output, LongestRefusal);
    }
}
