using System.Globalization;
using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Whole;

/// <summary>
/// A crowd fills the order form behind a balancer while node after node is killed and started anew: 60 people, two nodes and two kills, unless more is asked for:
/// <c>LAVKA_DIALOGS=1000 LAVKA_NODES=3 LAVKA_KILLS=20</c>.
/// </summary>
public sealed class ManyDialogsTests(ITestOutputHelper output)
{
    /// <summary>How many messages a sender has on their way at once: so many may come twice when it is killed.</summary>
    private const int Parallel = 64;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly int Kills = Asked("LAVKA_KILLS", 2);

    private readonly List<(long From, long To)> _kills = [];

    private static long Now => TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();

    [Fact(Skip = "LAVKA_TEST_POSTGRES names no server; test.sh starts one.", SkipType = typeof(TestEngine), SkipUnless = nameof(TestEngine.HasServer))]
    [Covers("vpn:S-03", "shipping:A04", "faults:F1")]
    public async Task Everybody_who_fills_the_form_while_nodes_die_one_after_another_has_one_order_with_his_own_words()
    {
        await using var cluster = await Cluster.Open(nodes: Asked("LAVKA_NODES", 2));
        var crowd = await Crowd.Gather(cluster.Town, Asked("LAVKA_DIALOGS", 60));
        var began = Now;

        await Task.WhenAll(crowd.FillsTheForm(Patience, TestContext.Current.CancellationToken), DieOneAfterAnother(cluster, crowd));

        var twice = crowd.People.Sum(WasSentTwice);
        output.WriteLine($"{crowd.People.Count} people in {(Now - began) / 1000} s, {_kills.Count} kills, {twice} messages came twice.");
        twice.ShouldBeLessThanOrEqualTo(_kills.Count * Parallel);
        foreach (var person in crowd.People) WasAskedStepByStep(person);
        await EachHasOneOrder(cluster.Town, crowd);
    }

    /// <summary>They die in turn while the crowd gets on, and each comes back before the next one goes.</summary>
    private async Task DieOneAfterAnother(Cluster cluster, Crowd crowd)
    {
        for (var kill = 1; kill <= Kills; kill++)
        {
            await Until.True(() => Task.FromResult(crowd.Progress * (Kills + 1) > kill), TimeSpan.FromMinutes(5), "the crowd gets on");
            var (node, from) = (cluster.Nodes[(kill - 1) % cluster.Nodes.Count], Now);
            await node.Kill();
            _kills.Add((from, Now));
            await node.Start();
        }
    }

    /// <summary>How often he was sent the same once more: only when a node was killed before its first coming was noted.</summary>
    private int WasSentTwice(Applicant person)
    {
        var (twice, sent) = (0, person.Sent);
        for (var at = 1; at < sent.Count; at++)
        {
            if (sent[at].Text != sent[at - 1].Text) continue;
            twice++;
            _kills.ShouldContain(kill => sent[at - 1].At <= kill.To && sent[at].At >= kill.From, $"\"{sent[at].Text}\" came twice to {person.Id} and nobody died in between.");
        }
        return twice;
    }

    private static void WasAskedStepByStep(Applicant person)
    {
        var prompts = person.Sent.Select(sent => sent.Text).Where(text => text.Contains("Step ", StringComparison.Ordinal)).ToList();
        prompts = [.. prompts.Where((prompt, at) => at == 0 || prompt != prompts[at - 1])];
        prompts.Count.ShouldBe(Answers.All.Count, $"{person.Id} was asked:\n{string.Join('\n', prompts)}");
        foreach (var (at, prompt) in prompts.Index()) prompt.ShouldContain(Answers.Step(at + 1));
    }

    private static async Task EachHasOneOrder(Town town, Crowd crowd)
    {
        await town.Store.BooksAreRight();
        (await town.Store.DeadLetters()).ShouldBeEmpty();
        var orders = await town.Store.Orders();
        orders.Count.ShouldBe(crowd.People.Count);
        var all = orders.ToHashSet();
        foreach (var person in crowd.People)
        {
            var order = all.Where(order => order.Contains(person.Words[0], StringComparison.Ordinal)).ShouldHaveSingleItem();
            foreach (var word in person.Words) order.ShouldContain(word);
        }
    }

    private static int Asked(string variable, int otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } asked ? int.Parse(asked, CultureInfo.InvariantCulture) : otherwise;
}
