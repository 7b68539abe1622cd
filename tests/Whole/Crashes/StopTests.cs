using System.Globalization;
using System.Net;
using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Whole;

public sealed class StopTests
{
    private const int Forced = 3;

    [Fact]
    [Covers("shipping:A03", "shipping:H06", "vpn:S-12", "vpn:S-13", "vpn:S-14")]
    public async Task Asked_to_stop_while_a_paid_label_is_made_the_host_lets_nobody_in_ends_well_and_loses_nothing()
    {
        await using var town = await Town.Open();
        var (kate, _) = await town.NewCustomerByHand();
        var waiting = new Order(town, kate);
        await waiting.HasMoney();
        await town.Carrier.Fails("slow", "/labels/external_shipment_id", seconds: 60);
        await kate.Taps("Pay from balance");
        await Until.True(async () => (await town.Carrier.Requests("GET", "/labels/external_shipment_id")).Count > 0);
        var typing = Enumerable.Range(0, 2).Select(_ => Types(town)).ToList();
        var already = (await town.Telegram.Calls()).Count;
        await Until.True(async () => (await town.Telegram.Calls()).Count > already + 10);

        var ending = town.Host.Stop();

        await AreClosed(town, "/hooks/telegram/labels");
        await AreClosed(town, "/hooks/pay/oxapay/labels");
        (await ending).ShouldBe(0);
        var log = string.Join('\n', town.Host.Log);
        log.ShouldContain("The program stopped during the attempt", Case.Sensitive, "The job that did not end in time is named.");
        log.ShouldContain("Everything that was under way has ended");
        log.ShouldNotContain("nobody waited for it");
        await town.Host.Start();
        await Task.WhenAll(typing);
        await waiting.Arrives();
        await waiting.IsPaidOnce(50);
    }

    [Fact]
    [Covers("vpn:S-12", "vpn:S-13")]
    public async Task What_does_not_end_in_time_is_named_and_left_by_force_and_comes_again()
    {
        await using var town = await Town.Open(Stuck(stopTimeout: 2));
        var (kate, raw) = await town.NewCustomerByHand();
        var start = RawUpdate.Wrote(raw.NextId(), kate.Id, "/start");
        var released = new TaskCompletionSource();
        var holding = await town.Store.HoldUp(released.Task);
        var posted = await IsInside(town, raw.Post(start));

        (await town.Host.Stop()).ShouldBe(Forced);

        string.Join('\n', town.Host.Log).ShouldContain("calls of messengers and providers (1)");
        await Should.ThrowAsync<HttpRequestException>(posted);
        released.SetResult();
        await holding;
        await town.Host.Start();
        (await raw.Post(start)).ShouldBe(HttpStatusCode.OK);
        await kate.Sees("Hello");
    }

    [Fact]
    [Covers("vpn:S-15")]
    public async Task Asked_a_second_time_it_ends_at_once()
    {
        await using var town = await Town.Open(Stuck(stopTimeout: 600));
        var (kate, raw) = await town.NewCustomerByHand();
        var released = new TaskCompletionSource();
        var holding = await town.Store.HoldUp(released.Task);
        var posted = await IsInside(town, raw.Post(RawUpdate.Wrote(raw.NextId(), kate.Id, "/start")));
        await town.Host.AskToStop();
        await AreClosed(town, "/hooks/telegram/labels");

        (await town.Host.Stop()).ShouldBe(Forced);

        string.Join('\n', town.Host.Log).ShouldContain("asked to stop a second time");
        await Should.ThrowAsync<HttpRequestException>(posted);
        released.SetResult();
        await holding;
    }

    [Fact]
    [Covers("shipping:H07")]
    public async Task A_host_that_runs_says_that_it_lives_and_is_ready()
    {
        await using var town = await Town.Open();

        var ct = TestContext.Current.CancellationToken;
        (await town.Host.Http.GetStringAsync("/health/live", ct)).ShouldBe("live");
        using var ready = await town.Host.Http.GetAsync("/health/ready", ct);
        ready.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>A turn waits for the store for longer than any test.</summary>
    private static TownPlan Stuck(int stopTimeout) => new()
    {
        Settings = new Dictionary<string, string>
        {
            ["Database"] = "Data Source={folder}/lavka.db;Default Timeout=300", ["StopTimeout"] = stopTimeout.ToString(CultureInfo.InvariantCulture),
        },
    };

    private static async Task<Task> IsInside(Town town, Task post)
    {
        await Until.True(async () => (await town.Host.Http.GetStringAsync("/metrics")).Contains("lavka_calls_under_way 1\n", StringComparison.Ordinal));
        return post;
    }

    /// <summary>Soon, and as long as the host is there: 503 with Retry-After.</summary>
    private static Task AreClosed(Town town, string path) => Until.True(async () =>
    {
        using var answer = await town.Host.Http.PostAsync(path, new StringContent("{}"));
        if (answer is not { StatusCode: HttpStatusCode.ServiceUnavailable, Headers.RetryAfter: not null }) return false;
        // Not before: asked in front of open doors it waits for a store that is held up.
        using var ready = await town.Host.Http.GetAsync("/health/ready");
        return ready.StatusCode is HttpStatusCode.ServiceUnavailable;
    }, "the doors are closed");

    private static async Task Types(Town town)
    {
        var (person, raw) = await town.NewCustomerByHand();
        var ben = new Customer(town.Telegram, person.Id, new StubbornDelivery(raw));
        var order = new Order(town, ben);
        await order.Begins();
        await order.AnswersAll();
    }
}
