using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Whole;

public sealed class TwoNodesTests
{
    private const string Reason = "LAVKA_TEST_POSTGRES names no server; test.sh starts one.";
    private const int People = 6;

    private static readonly TimeSpan LongestTakeOver = TimeSpan.FromSeconds(15);

    [Fact(Skip = Reason, SkipType = typeof(TestEngine), SkipUnless = nameof(TestEngine.HasServer))]
    [Covers("shipping:A04", "shipping:A10")]
    public async Task With_every_update_at_another_node_an_order_goes_through_as_with_one()
    {
        await using var cluster = await Cluster.Open();
        var kate = await cluster.Town.NewCustomer();
        var order = new Order(cluster.Town, kate);

        await order.Waits();
        await order.TopsUp("50");
        await order.Pays();

        await order.WasAskedStepByStep();
        await order.IsOnTheLabel();
        await order.IsPaidOnce(50);
        foreach (var node in cluster.Nodes) (await Cluster.Taken(node)).ShouldBeGreaterThan(5);
        (await cluster.Town.Telegram.Refused()).ShouldBeEmpty();
    }

    [Fact(Skip = Reason, SkipType = typeof(TestEngine), SkipUnless = nameof(TestEngine.HasServer))]
    [Covers("faults:F3", "shipping:A04", "shipping:A07")]
    public async Task Each_update_delivered_one_to_five_times_at_once_to_both_nodes_counts_once()
    {
        await using var cluster = await Cluster.Open();
        await Task.WhenAll(Enumerable.Range(0, People).Select(seed => AnswersWithRepetitions(cluster, new Random(seed))));
        await cluster.Town.Store.BooksAreRight();
    }

    [Fact(Skip = Reason, SkipType = typeof(TestEngine), SkipUnless = nameof(TestEngine.HasServer))]
    [Covers("shipping:A03", "shipping:A04", "faults:F2")]
    public async Task When_the_leading_node_is_killed_in_the_middle_the_other_finishes_the_order()
    {
        await using var cluster = await Cluster.Open();
        var (kate, raw) = await cluster.NewCustomer();
        var stubborn = new Customer(cluster.Town.Telegram, kate.Id, new StubbornDelivery(raw));
        var order = new Order(cluster.Town, stubborn);
        await order.Begins();
        await order.AnswersAll();
        await cluster.Town.Carrier.Fails("slow", "/rates", seconds: 60);
        await stubborn.Taps("All correct");
        await Until.True(async () => (await cluster.Town.Carrier.Requests("POST", "/rates")).Count > 0);

        await cluster.Nodes[0].Kill();

        await order.Chooses();
        await order.TopsUp("50");
        await order.Pays();
        await order.WasAskedStepByStepThroughKills();
        await order.IsPaidOnce(50);
    }

    [Fact(Skip = Reason, SkipType = typeof(TestEngine), SkipUnless = nameof(TestEngine.HasServer))]
    [Covers("shipping:A02", "faults:F14")]
    public async Task Of_two_pollers_one_polls_and_the_other_takes_over_when_it_dies()
    {
        await using var cluster = await Cluster.Open("Polling");
        var kate = await cluster.Town.NewCustomer();
        var order = new Order(cluster.Town, kate);
        await order.Begins();
        await Until.True(() => Task.FromResult(Cluster.StandsBy(cluster.Nodes[1])), "the second node says that it stands by");
        Cluster.Leads(cluster.Nodes[1]).ShouldBeFalse();

        await cluster.Nodes[0].Kill();
        var died = Stopwatch.GetTimestamp();
        await Until.True(() => Task.FromResult(Cluster.Leads(cluster.Nodes[1])), "the second node leads");
        Stopwatch.GetElapsedTime(died).ShouldBeLessThan(LongestTakeOver);

        await order.AnswersAll();
        await order.WasAskedStepByStepThroughKills();
        string.Join('\n', cluster.Nodes[1].Log).ShouldNotContain("Another program polls this bot");
    }

    [Fact(Skip = Reason, SkipType = typeof(TestEngine), SkipUnless = nameof(TestEngine.HasServer))]
    [Covers("shipping:A02")]
    public async Task A_second_program_set_to_polling_leaves_the_webhook_alone_and_takes_over_when_the_first_dies()
    {
        await using var cluster = await Cluster.Open("Webhook", second: "Polling");
        var kate = await cluster.Town.NewCustomer();
        var order = new Order(cluster.Town, kate);
        await Until.True(() => Task.FromResult(Cluster.StandsBy(cluster.Nodes[1])), "the second node says that it stands by");
        await order.Begins();
        (await cluster.Town.Telegram.Calls()).ShouldNotContain(call => call.Method == "deleteWebhook" || call.Method == "getUpdates");

        await cluster.Nodes[0].Kill();

        await order.AnswersAll();
        await order.WasAskedStepByStepThroughKills();
    }

    /// <summary>Each answer comes one to five times at once, at either node, together with some that were taken long ago.</summary>
    private static async Task AnswersWithRepetitions(Cluster cluster, Random random)
    {
        var (kate, raw) = await cluster.NewCustomer();
        var order = new Order(cluster.Town, kate);
        await order.Begins();
        var nodes = cluster.Nodes.Select(node => Cluster.At(node, kate.Id)).ToArray();
        var taken = new List<JsonObject>();
        for (var step = 1; step <= 17; step++)
        {
            var update = RawUpdate.Wrote(raw.NextId(), kate.Id, Answers.All[step - 1]);
            IEnumerable<JsonObject> old = taken.Count == 0 ? [] : random.GetItems(taken.ToArray(), random.Next(3));
            var deliveries = Enumerable.Repeat(update, random.Next(1, 6)).Concat(old).ToArray();
            random.Shuffle(deliveries);
            var statuses = await Task.WhenAll(deliveries.Select(delivery => nodes[random.Next(nodes.Length)].Post(delivery)));
            foreach (var status in statuses) status.ShouldBe(HttpStatusCode.OK);
            taken.Add(update);
        }
        await kate.Sees(Answers.Step(18));
        await order.WasAskedStepByStep();
    }
}
