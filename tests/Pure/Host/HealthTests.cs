using System.Net;
using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Host;

public sealed class HealthTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_host_whose_store_takes_writes_is_ready_although_telegram_is_out_of_reach()
    {
        await using var host = await RunningHost.Start(Ct);

        (await Status(host, "/health/live"), await Status(host, "/health/ready")).ShouldBe((HttpStatusCode.OK, HttpStatusCode.OK));
    }

    [Fact]
    public async Task a_host_whose_store_is_held_is_live_and_not_ready_until_it_is_let_go()
    {
        await using var host = await RunningHost.Start(Ct);

        await using (await host.HoldStore(Ct))
            (await Status(host, "/health/live"), await Status(host, "/health/ready")).ShouldBe((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable));

        (await Status(host, "/health/ready")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task a_host_whose_database_was_taken_away_is_live_and_not_ready()
    {
        await using var host = await RunningHost.Start(Ct);

        host.Folder.Delete(recursive: true);

        await Eventually.Holds(async () => await Status(host, "/health/ready") is HttpStatusCode.ServiceUnavailable);
        (await Status(host, "/health/live")).ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<HttpStatusCode> Status(RunningHost host, string path)
    {
        using var answer = await host.Get(path, Ct);
        return answer.StatusCode;
    }
}
