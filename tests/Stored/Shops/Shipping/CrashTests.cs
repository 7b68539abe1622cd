using Lavka.Durable;
using Lavka.Kit;
using Lavka.Stored.Commerce;
using Lavka.Talk;
using Shouldly;
using Xunit;
using LabelState = Lavka.Shops.Shipping.LabelState;

namespace Lavka.Stored.Shops.Shipping;

public sealed class CrashTests
{
    private const long Price = 18_41;
    private const long Purse = 50_00;
    private const int LeastPoints = 15;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact, Covers("shipping:E12")]
    public async Task whenever_the_process_dies_the_money_adds_up_and_there_is_one_label_charged_once()
    {
        var point = 0;
        while (await DiesAt(++point)) point.ShouldBeLessThan(100);
        point.ShouldBeGreaterThan(LeastPoints, "Every call and every transaction of a purchase is a point where the process can die.");
    }

    /// <returns>False when the purchase was over before it came to this point.</returns>
    private static async Task<bool> DiesAt(int point)
    {
        await using var shop = await LabelShop.Open();
        var anna = await (await shop.Customer(Purse)).ToPayment(shop);
        var pay = anna.Update(anna.Pressing("Pay from balance"));
        using var death = new Death(point);
        (shop.Opening, shop.Carrier.Before, shop.Carrier.After) = (_ => death.May("desk"), call => death.May("before " + call), call => death.May("after " + call));

        await Live(shop, pay, death);
        (shop.Opening, shop.Carrier.Before, shop.Carrier.After) = (_ => Task.CompletedTask, _ => Task.CompletedTask, _ => Task.CompletedTask);
        await shop.Floor.Restart();
        await AddsUp(shop, death);

        // The messenger delivers again what was not acknowledged; whatever else was on its way is in the store.
        await shop.Floor.Bot.Take(pay, Ct);
        await AddsUp(shop, death);
        await shop.Floor.WorkAndDeliver();

        await AddsUp(shop, death);
        (await shop.Money()).ShouldBe((Purse - Price, 0, Price), death.Where);
        (await shop.Order()).State.ShouldBe(LabelState.Delivered, death.Where);
        shop.Carrier.Sold.Count.ShouldBe(1, death.Where);
        anna.Chat.Count(shown => shown.Message.File is not null).ShouldBe(1, death.Where);
        return death.HasCome;
    }

    /// <summary>The life of a process from the press to the PDF, or until it dies.</summary>
    private static async Task Live(LabelShop shop, Inbound pay, Death death)
    {
        var (store, bot) = (shop.Floor.Temp.Store, shop.Floor.Bot);
        try
        {
            await bot.Take(pay, death.Token);
            await death.May("paid");
            while (await store.Write((tx, ct) => Jobs.Claim(tx, 1, TimeSpan.FromMinutes(2), ct), death.Token) is [var job])
            {
                await death.May("claimed " + job.Kind);
                await shop.Attempt(bot, job, death.Token);
                await death.May("done " + job.Kind);
            }
        }
        catch (OperationCanceledException) when (death.HasCome)
        {
            // Nobody survives to write anything more.
        }
    }

    private static async Task AddsUp(LabelShop shop, Death death)
    {
        var (wallet, held, revenue) = await shop.Money();
        (wallet + held + revenue).ShouldBe(Purse, death.Where);
        (await shop.Floor.Temp.Check()).ShouldBeEmpty(death.Where);
    }

    /// <summary>Comes at the n-th point that is passed; after it nothing of the process goes on.</summary>
    private sealed class Death(int point) : IDisposable
    {
        private readonly CancellationTokenSource _end = new();
        private int _passed;

        public CancellationToken Token => _end.Token;

        public bool HasCome => _end.IsCancellationRequested;

        public string Where { get; private set; } = "nowhere";

        public async Task May(string where)
        {
            if (++_passed == point)
            {
                Where = $"{point}: {where}";
                await _end.CancelAsync();
            }
            _end.Token.ThrowIfCancellationRequested();
        }

        public void Dispose() => _end.Dispose();
    }
}
