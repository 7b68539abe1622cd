using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Whole;

/// <summary>The limit on people as the settings leave it, at two nodes behind a balancer.</summary>
public sealed partial class RateLimitTests
{
    private const string Reason = "LAVKA_TEST_POSTGRES names no server; test.sh starts one.";
    private const string Told = "That was too fast";

    [Fact(Skip = Reason, SkipType = typeof(TestEngine), SkipUnless = nameof(TestEngine.HasServer))]
    [Covers("vpn:S-05", "vpn:S-06", "vpn:S-08", "vpn:S-11")]
    public async Task Of_sixty_presses_at_once_two_nodes_together_accept_what_one_would_and_he_is_told_once()
    {
        await using var cluster = await Cluster.Open(also: ($"Shops__{TownPlan.Shop}__RateLimit__Enabled", ""));
        var (kate, raw) = await cluster.NewCustomer();
        // The edit that introduced her was one.
        (await Count(cluster, Allowed())).ShouldBe(1);

        var statuses = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => raw.Post(RawUpdate.Pressed(raw.NextId(), kate.Id, 1, "/balance"))));

        statuses.ShouldAllBe(status => status == HttpStatusCode.OK);
        (await Count(cluster, Allowed())).ShouldBe(20);
        (await Count(cluster, Rejected())).ShouldBe(41);
        (await Count(cluster, Bans())).ShouldBe(1);
        foreach (var node in cluster.Nodes) (await Cluster.Taken(node)).ShouldBeGreaterThan(5);
        await kate.Sees("For the next 300 s");
        await kate.Says("/start");
        (await cluster.Town.Telegram.Sent(kate.Id)).Count(text => text.Contains(Told, StringComparison.Ordinal)).ShouldBe(1);
        (await cluster.Town.Store.DeadLetters()).ShouldBeEmpty();
    }

    [Fact(Skip = Reason, SkipType = typeof(TestEngine), SkipUnless = nameof(TestEngine.HasServer))]
    [Covers("vpn:S-09")]
    public async Task Of_a_providers_calls_two_nodes_together_take_what_one_would()
    {
        await using var cluster = await Cluster.Open(also: ("PaymentHooks__MaxRequests", "5"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(call => Pays(cluster.Nodes[call % 2])));

        answers.Count(status => status is HttpStatusCode.Unauthorized).ShouldBe(5, "They are signed wrongly, but they are looked at.");
        answers.Count(status => status is HttpStatusCode.TooManyRequests).ShouldBe(7);
        var told = cluster.Nodes.Select(node => node.Log.Count(line => line.Contains("more often than PaymentHooks__MaxRequests allows", StringComparison.Ordinal))).ToList();
        told.ShouldAllBe(lines => lines <= 1);
        told.Sum().ShouldBePositive();
    }

    private static async Task<HttpStatusCode> Pays(HostProcess node)
    {
        using var answer = await node.Http.PostAsync("/hooks/pay/oxapay/labels", new StringContent("{}"));
        return answer.StatusCode;
    }

    private static async Task<long> Count(Cluster cluster, Regex line)
    {
        var pages = await Task.WhenAll(cluster.Nodes.Select(node => node.Http.GetStringAsync("/metrics")));
        return pages.Sum(page => long.Parse(line.Match(page).Groups["count"].Value.PadLeft(1, '0'), CultureInfo.InvariantCulture));
    }

    [GeneratedRegex("""lavka_rate_limit_updates_total\{bot="labels",outcome="allowed"\} (?<count>\d+)""", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Allowed();

    [GeneratedRegex("""lavka_rate_limit_updates_total\{bot="labels",outcome="rejected"\} (?<count>\d+)""", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Rejected();

    [GeneratedRegex("""lavka_rate_limit_bans_total\{bot="labels"\} (?<count>\d+)""", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Bans();
}
