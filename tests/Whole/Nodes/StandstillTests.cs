using System.Diagnostics;
using System.Net;
using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Whole;

/// <summary>A node that leads stands still without dying, as in a frozen container: its connections live on, and it knows nothing of the time that has passed when it wakes up.</summary>
public sealed class StandstillTests
{
    private const string Reason = "LAVKA_TEST_POSTGRES names no server; test.sh starts one.";
    private const int People = 12;

    private static readonly TimeSpan LongestTakeOver = TimeSpan.FromSeconds(15);

    [Fact(Skip = Reason, SkipType = typeof(TestEngine), SkipUnless = nameof(TestEngine.HasServer))]
    [Covers("faults:F14", "shipping:A02")]
    public async Task The_other_poller_takes_over_and_the_one_that_wakes_up_neither_polls_nor_sends()
    {
        await using var cluster = await Cluster.Open("Polling");
        var order = new Order(cluster.Town, await cluster.Town.NewCustomer());
        await order.Begins();
        await Until.True(() => Task.FromResult(Cluster.StandsBy(cluster.Nodes[1])), "the second node says that it stands by");

        await IsFollowed(cluster);
        var answering = order.AnswersAll();
        await cluster.Nodes[0].Wake();

        await answering;
        await GaveUp(cluster.Nodes[0]);
        await order.Confirms();
        await order.WasAskedStepByStep();
        string.Join('\n', cluster.Nodes[1].Log).ShouldNotContain("Another program polls this bot");
    }

    [Fact(Skip = Reason, SkipType = typeof(TestEngine), SkipUnless = nameof(TestEngine.HasServer))]
    [Covers("faults:F14", "vpn:S-43")]
    public async Task What_it_takes_in_the_moment_of_waking_up_is_said_once_and_by_the_other()
    {
        await using var cluster = await Cluster.Open();
        await Until.True(() => Task.FromResult(Cluster.StandsBy(cluster.Nodes[1])), "the second node says that it stands by");
        var people = new List<long>();
        for (var i = 0; i < People; i++) people.Add((await cluster.NewCustomer()).Customer.Id);

        await IsFollowed(cluster);
        // They reach its machine; the program does not see them yet. What it has no store for is delivered again.
        var posted = people.Select(person => (Person: person, First: Cluster.At(cluster.Nodes[0], person).Post(RawUpdate.Wrote(person, person, "/start")))).ToList();
        await cluster.Nodes[0].Wake();

        foreach (var (person, first) in posted) await IsTaken(cluster.Nodes[0], person, await first);
        foreach (var person in people) await Until.True(async () => (await cluster.Town.Telegram.Sent(person)).Count > 0);
        await GaveUp(cluster.Nodes[0]);
        await Until.True(async () => (await cluster.Nodes[1].Http.GetStringAsync("/metrics")).Contains("lavka_outbox_waiting 0\n", StringComparison.Ordinal));
        foreach (var person in people) (await cluster.Town.Telegram.Sent(person)).ShouldHaveSingleItem().ShouldContain("Hello");
    }

    /// <summary>The first node stands still, and the second one leads before long.</summary>
    private static async Task IsFollowed(Cluster cluster)
    {
        await cluster.Nodes[0].Freeze();
        var froze = Stopwatch.GetTimestamp();
        await Until.True(() => Task.FromResult(Cluster.Leads(cluster.Nodes[1])), "the second node leads");
        Stopwatch.GetElapsedTime(froze).ShouldBeLessThan(LongestTakeOver);
    }

    private static async Task IsTaken(HostProcess node, long person, HttpStatusCode first)
    {
        if (first is HttpStatusCode.OK) return;
        first.ShouldBe(HttpStatusCode.ServiceUnavailable);
        await Until.True(async () => await Cluster.At(node, person).Post(RawUpdate.Wrote(person, person, "/start")) is HttpStatusCode.OK, "what was refused is taken");
    }

    private static Task GaveUp(HostProcess node) => Until.True(
        () => Task.FromResult(node.Log.Any(line => line.Contains("bot labels was given up", StringComparison.Ordinal))), "the first node notices that it leads no more");
}
