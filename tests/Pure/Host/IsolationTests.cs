using System.Net;
using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Host;

/// <summary>Settings are read once and given to whoever needs them; nothing is global, so two hosts live side by side in one process.</summary>
public sealed class IsolationTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    [Covers("shipping:H05")]
    public async Task a_host_keeps_the_settings_that_it_started_with()
    {
        var folder = Directory.CreateTempSubdirectory("lavka-host-");
        var settings = Written.Settings(
            ("Database", $"Data Source={Path.Combine(folder.FullName, "lavka.db")}"), ("Urls", "http://127.0.0.1:0"), ("Telegram__ApiUrl", "http://127.0.0.1:1"),
            ("Shops__labels__Telegram__Mode", "Webhook"), ("Shops__labels__Telegram__Secret", "before"));
        await using var host = await RunningHost.Start(folder, settings, Ct);

        settings["Shops:labels:Telegram:Secret"] = "after";

        (await Deliver(host, 1, "after"), await Deliver(host, 1, "before")).ShouldBe((HttpStatusCode.Unauthorized, HttpStatusCode.OK));
    }

    [Fact]
    [Covers("shipping:H05")]
    public async Task two_hosts_in_one_process_share_nothing()
    {
        await using var one = await RunningHost.Start(Ct, ("Shops__labels__Telegram__Secret", "one"));
        await using var two = await RunningHost.Start(Ct, ("Shops__labels__Telegram__Secret", "two"));

        (await Deliver(one, 1, "two"), await Deliver(two, 1, "one")).ShouldBe((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized));
        (await Deliver(one, 1, "one"), await Deliver(one, 2, "one"), await Deliver(two, 1, "two")).ShouldBe((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK));

        (await Metrics(one)).ShouldContain("""lavka_updates_total{bot="labels",outcome="taken"} 2""");
        (await Metrics(two)).ShouldContain("""lavka_updates_total{bot="labels",outcome="taken"} 1""");
    }

    private static async Task<HttpStatusCode> Deliver(RunningHost host, int update, string secret)
    {
        using var answer = await host.Update(Updates.Start(update), secret, Ct);
        return answer.StatusCode;
    }

    private static async Task<string> Metrics(RunningHost host)
    {
        using var page = await host.Get("/metrics", Ct);
        return await page.Content.ReadAsStringAsync(Ct);
    }
}
