using Lavka.Kit;
using Xunit;

namespace Lavka.Whole;

public sealed class PollingKillTests
{
    [Fact]
    [Covers("shipping:A03", "shipping:E12", "faults:F1", "faults:F2")]
    public async Task Killed_at_every_step_of_an_order_the_host_goes_on_where_it_was()
    {
        await using var town = await Town.Open(new TownPlan { Mode = "Polling" });
        var person = await town.Telegram.NewPerson("Kate");
        var kate = new Customer(town.Telegram, person, new QueuedDelivery(town.Telegram, person));
        await KilledOrder.ComesThrough(town, kate, KillMoment.Taken);
    }
}
