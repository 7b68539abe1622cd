using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Whole;

public sealed class WallClockTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>A price is good for an hour: two orders end by the clock, each once, and a third is bought in the middle of it.</summary>
    [Fact, Covers("faults:F15")]
    public async Task a_clock_that_is_set_back_and_forward_by_an_hour_ends_each_order_once_and_loses_no_step()
    {
        Assert.SkipUnless(WallClock.IsPossible, WallClock.NoTool);
        await using var town = await Town.Open(new TownPlan { Settings = WallClock.Settings });
        var clock = new WallClock(town);
        var (kate, mary, anna) = (await town.NewCustomer(), await town.NewCustomer("Mary"), await town.NewCustomer("Anna"));
        await Waits(town, kate);
        var bought = new Order(town, anna);
        await bought.Begins();

        await clock.Set(-Hour);
        await Waits(town, mary);
        await bought.AnswersAll();
        await clock.Set(Hour + TimeSpan.FromMinutes(1));
        // New work wakes the worker at once; otherwise he looks at the clock once a minute.
        await bought.Confirms();
        await kate.Sees(Over);
        await mary.Sees(Over);
        await clock.Set(-Hour);
        await bought.Chooses();
        await bought.TopsUp();
        await bought.Pays();
        await clock.Set(3 * Hour);
        await Waits(town, kate);

        await town.Store.HasSaidAll();
        (await Times(kate, Over), await Times(mary, Over), await Times(anna, Over), await Times(anna, "Thank you")).ShouldBe((1, 1, 0, 1));
        (await town.Carrier.Labels()).Count.ShouldBe(1);
        await town.Store.BooksAreRight();
        (await town.Store.DeadLetters()).ShouldBeEmpty();
    }

    private const string Over = "is no longer good";

    private static async Task Waits(Town town, Customer customer)
    {
        var order = new Order(town, customer);
        await order.Begins();
        await order.AnswersAll();
        await order.Confirms();
        await order.Chooses();
    }

    private static async Task<int> Times(Customer customer, string part) => (await customer.Chat()).Messages.Count(message => message.From == "bot" && Customer.Says(message, part));
}
