using System.Globalization;
using System.Net;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Host;

public sealed class MetricsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task what_was_taken_and_what_waits_is_counted()
    {
        await using var host = await RunningHost.Start(Ct);
        using var taken = await host.Update(Updates.Start(1), Written.Secret, Ct);
        using var forged = await host.Pay("{}", Ct, signature: "00");

        var lines = await Lines(host);

        lines.ShouldContain("""lavka_updates_total{bot="labels",outcome="taken"} 1""");
        lines.ShouldContain("""lavka_payment_notifications_total{provider="oxapay",outcome="forged"} 1""");
        lines.ShouldContain("# TYPE lavka_outbox_waiting gauge");
        Value(lines, "lavka_outbox_waiting").ShouldBeGreaterThan(0);
        Value(lines, "lavka_jobs_waiting").ShouldBe(0);
        Value(lines, "lavka_dead_letters").ShouldBe(0);
        Value(lines, "process_resident_memory_bytes").ShouldBeGreaterThan(1_000_000);
        Value(lines, "process_cpu_seconds_total").ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task how_long_updates_took_is_told_by_bounds_each_of_which_counts_those_below_it()
    {
        await using var host = await RunningHost.Start(Ct);
        foreach (var id in new[] { 1, 2, 3 })
        {
            using var taken = await host.Update(Updates.Start(id), Written.Secret, Ct);
        }

        var lines = await Lines(host);

        lines.ShouldContain("# TYPE lavka_update_seconds histogram");
        Value(lines, """lavka_update_seconds_bucket{bot="labels",le="+Inf"}""").ShouldBe(3);
        Value(lines, """lavka_update_seconds_count{bot="labels"}""").ShouldBe(3);
        Value(lines, """lavka_update_seconds_sum{bot="labels"}""").ShouldBeInRange(0.001, 30);
        var buckets = lines.Where(line => line.StartsWith("lavka_update_seconds_bucket", StringComparison.Ordinal)).Select(line => double.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture)).ToList();
        buckets.Count.ShouldBe(12);
        buckets.ShouldBeInOrder();
    }

    [Fact]
    public async Task an_update_that_could_not_be_taken_is_counted_as_such()
    {
        await using var host = await RunningHost.Start(Ct);

        await using (await host.HoldStore(Ct))
        {
            using var refused = await host.Update(Updates.Start(1), Written.Secret, Ct);
            refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        }

        (await Lines(host)).ShouldContain("""lavka_updates_total{bot="labels",outcome="later"} 1""");
    }

    [Fact]
    public async Task every_line_is_prometheus_text()
    {
        await using var host = await RunningHost.Start(Ct);
        using var taken = await host.Update(Updates.Start(1), Written.Secret, Ct);
        using var page = await host.Get("/metrics", Ct);

        page.Content.Headers.ContentType!.ToString().ShouldBe("text/plain; version=0.0.4; charset=utf-8");
        (await page.Content.ReadAsStringAsync(Ct)).ShouldEndWith("\n");
        foreach (var line in await Lines(host)) line.ShouldMatch("""^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{[a-z]+="[^"]*"(,[a-z]+="[^"]*")*\})? [0-9.]+)$""");
    }

    private static async Task<IReadOnlyList<string>> Lines(RunningHost host)
    {
        using var page = await host.Get("/metrics", Ct);
        return (await page.Content.ReadAsStringAsync(Ct)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static double Value(IReadOnlyList<string> lines, string name) =>
        double.Parse(lines.Single(line => line.StartsWith(name + " ", StringComparison.Ordinal)).Split(' ')[1], CultureInfo.InvariantCulture);
}
