using System.Net;
using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Whole;

public sealed class StopTests
{
    [Theory, MemberData(nameof(Setups.Nodes), MemberType = typeof(Setups))]
    [Covers("shipping:A03", "shipping:H06")]
    public async Task Asked_to_stop_in_the_middle_of_work_the_host_ends_well_and_loses_nothing(int nodes)
    {
        await using var town = await Town.Open(new TownPlan { Nodes = nodes });
        var (kate, _) = await town.NewCustomerByHand();
        var waiting = new Order(town, kate);
        await waiting.Begins();
        await waiting.AnswersAll();
        await town.Carrier.Fails("slow", "/rates", seconds: 60);
        await kate.Taps("All correct", "Asking the carriers");
        var typing = Enumerable.Range(0, 2).Select(_ => Types(town)).ToList();
        var already = (await town.Telegram.Calls()).Count;
        await Until.True(async () => (await town.Telegram.Calls()).Count > already + 10);

        (await town.Host.Stop()).ShouldBe(0);

        await town.Host.Start();
        await Task.WhenAll(typing);
        await waiting.Chooses();
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

    private static async Task Types(Town town)
    {
        var (person, raw) = await town.NewCustomerByHand();
        var ben = new Customer(town.Telegram, person.Id, new StubbornDelivery(raw));
        var order = new Order(town, ben);
        await order.Begins();
        await order.AnswersAll();
    }
}
