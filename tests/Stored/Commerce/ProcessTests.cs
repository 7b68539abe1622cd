using Lavka.Commerce;
using Lavka.Durable;
using Lavka.Kit;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Stored.Commerce;

public sealed class ProcessTests
{
    private const long Price = 18_41;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private readonly BuyLabel _carrier = new();

    [Fact, Covers("shipping:F01", "shipping:F02")]
    public async Task an_order_has_its_one_id_before_it_is_inserted_and_no_two_are_the_same()
    {
        await using var floor = await ShopFloor.Open(_carrier);
        var id = OrderId.New();
        (await floor.Turn((desk, ct) => LabelPurchase.Process.Begin(desk, id, new LabelState.Priced(id.Value, Price), ct))).Id.ShouldBe(id);
        await Should.ThrowAsync<Exception>(() => floor.Turn((desk, ct) => LabelPurchase.Process.Begin(desk, id, new LabelState.Priced(id.Value, Price), ct)));
        (await floor.Count("orders")).ShouldBe(1);
        (await floor.Count("orders where id is null")).ShouldBe(0);
        Enumerable.Range(0, 10_000).Select(_ => OrderId.New()).Distinct().Count().ShouldBe(10_000);
    }

    [Fact]
    public async Task a_label_is_paid_from_the_wallet_and_told()
    {
        await using var floor = await Funded(25_00);
        var order = await Begin(floor);
        await Pay(floor, order);
        (await floor.Balance()).ShouldBe(25_00 - Price);
        await floor.RunJobs();
        (await State(floor, order)).ShouldBe(new LabelState.Bought(order.Value, Price, "se-1"));
        (await floor.Temp.Revenue()).ShouldBe(Price);
        floor.Said.Last().Body.Plain(Language.En).ShouldBe("bought");
        await floor.Temp.BooksAreRight();
    }

    [Fact, Covers("shipping:F04")]
    public async Task paying_again_what_is_paid_or_being_bought_charges_nothing()
    {
        await using var floor = await Funded(100_00);
        var order = await Begin(floor);
        await Pay(floor, order);
        (await Pay(floor, order)).ShouldBeOfType<ProcessOutcome<LabelState>.Ignored>();
        await floor.RunJobs();
        (await Pay(floor, order)).ShouldBeOfType<ProcessOutcome<LabelState>.Ignored>().Reason.ShouldBe("already paid");
        await floor.RunJobs();
        (await floor.Balance()).ShouldBe(100_00 - Price);
        _carrier.Sold.Count.ShouldBe(1);
    }

    [Fact]
    public async Task too_little_money_comes_back_to_the_process_and_nothing_is_bought()
    {
        await using var floor = await Funded(10_00);
        var order = await Begin(floor);
        (await Pay(floor, order)).ShouldBeOfType<ProcessOutcome<LabelState>.Moved>().Views.ShouldHaveSingleItem().Body.Plain(Language.En).ShouldBe("too little");
        (await State(floor, order)).ShouldBeOfType<LabelState.Priced>();
        await floor.RunJobs();
        _carrier.Sold.ShouldBeEmpty();
        (await floor.Balance()).ShouldBe(10_00);

        await floor.TopUp(20_00, "78");
        await Credit(floor, "78", 20);
        await Pay(floor, order);
        await floor.RunJobs();
        (await floor.Balance()).ShouldBe(30_00 - Price);
    }

    [Fact, Covers("shipping:D07")]
    public async Task a_top_up_in_the_middle_of_an_order_leads_back_to_it_and_it_can_be_paid()
    {
        await using var floor = await Funded(10_00);
        var order = await Begin(floor);
        await Pay(floor, order);
        await floor.TopUp(20_00, "78", order, new Route($"order/{order}/pay"));
        await Credit(floor, "78", 20);

        var route = floor.Said.Last().Rows[0][0].Press.ShouldBeOfType<Press.Go>().Route;
        var pressed = OrderId.Read(route.Path.Split('/')[1]).ShouldNotBeNull();
        (await State(floor, pressed)).ShouldBe(new LabelState.Priced(order.Value, Price));
        await Pay(floor, pressed);
        await floor.RunJobs();
        (await State(floor, order)).ShouldBeOfType<LabelState.Bought>();
        (await floor.Balance()).ShouldBe(30_00 - Price);
    }

    [Fact]
    public async Task a_refused_label_gives_the_money_back_and_alerts_the_owner()
    {
        await using var floor = await Funded(25_00);
        _carrier.Refuses = true;
        var order = await Begin(floor);
        await Pay(floor, order);
        var alerts = (await floor.AlertsRaised()).Count;
        await floor.RunJobs();
        (await floor.Balance()).ShouldBe(25_00);
        (await State(floor, order)).ShouldBeOfType<LabelState.Failed>();
        (await floor.AlertsRaised()).Count.ShouldBe(alerts + 1);
        await floor.Temp.BooksAreRight();
    }

    [Fact]
    public async Task a_foreign_order_is_not_found()
    {
        await using var floor = await Funded(25_00);
        var order = await Begin(floor);
        var eve = new Person("2002", "Eve");
        (await floor.Turn((desk, ct) => LabelPurchase.Process.Handle(desk, order, new LabelEvent.Pay(), ct), eve)).ShouldBeOfType<ProcessOutcome<LabelState>.NoSuchOrder>();
        (await floor.Turn((desk, ct) => desk.Orders.Find(order, ct), eve)).ShouldBeNull();
    }

    [Theory, Covers("shipping:E12")]
    [InlineData(CrashPoint.None, false)]
    [InlineData(CrashPoint.BeforeReserveIsCommitted, false)]
    [InlineData(CrashPoint.AfterReserve, false)]
    [InlineData(CrashPoint.AfterPurchase, false)]
    [InlineData(CrashPoint.BeforeCaptureIsCommitted, false)]
    [InlineData(CrashPoint.AfterCapture, false)]
    [InlineData(CrashPoint.BeforeReserveIsCommitted, true)]
    [InlineData(CrashPoint.AfterReserve, true)]
    [InlineData(CrashPoint.AfterPurchase, true)]
    [InlineData(CrashPoint.BeforeCaptureIsCommitted, true)]
    [InlineData(CrashPoint.AfterCapture, true)]
    public async Task a_crash_anywhere_leaves_the_money_right_and_one_label(CrashPoint point, bool refused)
    {
        await using var floor = await Funded(25_00);
        _carrier.Refuses = refused;
        var order = await Begin(floor);

        if (point is CrashPoint.BeforeReserveIsCommitted)
        {
            await Should.ThrowAsync<Crash>(() => floor.Turn(async (desk, ct) =>
            {
                await LabelPurchase.Process.Handle(desk, order, new LabelEvent.Pay(), ct);
                throw new Crash();
            }));
            await Restart(floor);
            (await floor.Balance()).ShouldBe(25_00);
            (await floor.Count("jobs where kind = 'test.label'")).ShouldBe(0);
        }
        // The messenger delivers the update again: it was never acknowledged.
        await Pay(floor, order);
        if (point is CrashPoint.AfterReserve) await Restart(floor);
        (await floor.Balance()).ShouldBe(25_00 - Price);
        (await floor.Temp.Held((await floor.Turn((desk, _) => Task.FromResult(desk.Customer))).Id)).ShouldBe(Price);

        var job = await Claim(floor);
        var settlement = await _carrier.Attempt(job.Body, job.Key, Ct);
        if (point is CrashPoint.AfterPurchase) (job, settlement) = await AgainAfterRestart(floor);
        if (point is CrashPoint.BeforeCaptureIsCommitted)
        {
            await Should.ThrowAsync<Crash>(() => floor.Settle(job, async (desk, ct) =>
            {
                await settlement(desk, ct);
                throw new Crash();
            }));
            await floor.Temp.BooksAreRight();
            (job, settlement) = await AgainAfterRestart(floor);
        }
        await floor.Settle(job, settlement);
        if (point is CrashPoint.AfterCapture)
        {
            await Restart(floor);
            await floor.Settle(job, settlement);
        }
        await floor.RunJobs();

        (await floor.Balance()).ShouldBe(refused ? 25_00 : 25_00 - Price);
        (await floor.Temp.Revenue()).ShouldBe(refused ? 0 : Price);
        _carrier.Sold.Count.ShouldBe(refused ? 0 : 1);
        floor.Said.Count(view => string.Equals(view.Body.Plain(Language.En), refused ? "not bought" : "bought", StringComparison.Ordinal)).ShouldBe(1);
        await floor.Temp.BooksAreRight();
    }

    private async Task<ShopFloor> Funded(long cents)
    {
        var floor = await ShopFloor.Open(_carrier);
        await floor.TopUp(cents, "77");
        await Credit(floor, "77", cents / 100m);
        return floor;
    }

    private static async Task Credit(ShopFloor floor, string track, decimal usd)
    {
        floor.Provider.Sees(track, ProviderStatus.Paid, usd);
        await floor.Notify($$"""{"track_id":"{{track}}","status":"Paid"}""");
        await floor.RunJobs();
    }

    private static async Task<OrderId> Begin(ShopFloor floor)
    {
        var id = OrderId.New();
        await floor.Turn((desk, ct) => LabelPurchase.Process.Begin(desk, id, new LabelState.Priced(id.Value, Price), ct));
        return id;
    }

    private static Task<ProcessOutcome<LabelState>> Pay(ShopFloor floor, OrderId order) =>
        floor.Turn((desk, ct) => LabelPurchase.Process.Handle(desk, order, new LabelEvent.Pay(), ct));

    private static Task<LabelState?> State(ShopFloor floor, OrderId order) => floor.Turn((desk, ct) => LabelPurchase.Process.Read(desk, order, ct));

    private static async Task<ClaimedJob> Claim(ShopFloor floor) =>
        (await floor.Temp.Store.Write((tx, ct) => Jobs.Claim(tx, 100, TimeSpan.FromMinutes(2), ct), Ct)).Single(job => job.Kind is "test.label");

    private async Task<(ClaimedJob, Settlement)> AgainAfterRestart(ShopFloor floor)
    {
        await Restart(floor);
        var job = await Claim(floor);
        return (job, await _carrier.Attempt(job.Body, job.Key, Ct));
    }

    private static async Task Restart(ShopFloor floor)
    {
        var store = await floor.Temp.Reopen();
        await store.Write(Jobs.ReleaseAbandoned, Ct);
    }

    public enum CrashPoint
    {
        None,
        BeforeReserveIsCommitted,
        AfterReserve,
        AfterPurchase,
        BeforeCaptureIsCommitted,
        AfterCapture,
    }

    private sealed class Crash : Exception;
}
