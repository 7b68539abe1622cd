using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Whole;

public sealed class OneFileTests
{
    [Fact]
    [Covers("shipping:A02", "faults:F14")]
    public async Task A_second_host_on_the_same_file_refuses_to_start_names_the_cure_and_disturbs_nobody()
    {
        await using var town = await Town.Open(new TownPlan { Mode = "Polling" });
        var order = new Order(town, await town.NewCustomer());
        await order.Begins();
        var address = new Uri($"http://127.0.0.1:{FreePort.Find()}");
        var second = town.NewHost(address, new() { ["Urls"] = address.OriginalString });

        (await second.RunToEnd()).ShouldBe(1);

        var told = string.Join('\n', second.Log);
        told.ShouldContain("Another Lavka already works on");
        told.ShouldContain("PostgreSQL");
        await order.AnswersAll();
        await order.WasAskedStepByStep();
        await town.Store.HasSaidAll();

        // Whoever is killed leaves the file free at once.
        await town.Host.Kill();
        await second.Start();
        await order.Confirms();
    }
}
