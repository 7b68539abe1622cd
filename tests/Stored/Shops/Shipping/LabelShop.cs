using System.Diagnostics.Metrics;
using System.Security.Cryptography;
using System.Text;
using Lavka.Bot;
using Lavka.Commerce;
using Lavka.Durable;
using Lavka.Kit;
using Lavka.Shops.Shipping;
using Lavka.Stored.Bot;
using Lavka.Stored.Commerce;
using Lavka.Talk;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using Xunit;

namespace Lavka.Stored.Shops.Shipping;

/// <summary>The whole shop of labels as the host runs it, on a store of its own: its script, its jobs, its bot; only messenger, carrier and payment provider are ours.</summary>
internal sealed class LabelShop : IAsyncDisposable
{
    public const string OwnerChat = "1";

    private readonly CarrierClients _carriers;
    private readonly PaymentProviders _providers;
    private readonly Alerts _alerts = new(NullLogger<Alerts>.Instance);
    private readonly IReadOnlyList<Job> _jobs;

    private LabelShop(TempStore temp, HttpMessageHandler? carrier, RateLimit? limit)
    {
        _carriers = new CarrierClients(Client(FakeCarrier.RealKey), Client(FakeCarrier.TestKey));
        _providers = new PaymentProviders(new Dictionary<string, IReadOnlyList<IPaymentProvider>> { [Shop.Id] = [Provider] });
        _jobs = [.. CommerceRoom.Jobs(_providers), .. ShippingShop.Jobs(_carriers)];
        var quotes = new Quotes(_carriers, temp.Clock, (text, key, ct) => temp.Store.Write((tx, stop) => _alerts.Raise(tx, Shop, text, key, stop), ct));
        Floor = new BotFloor<Desk>(temp, ShippingShop.Script(new ShippingSettings(), quotes), Desk, Handlers, limit);

        CarrierClient Client(string key) => new(
            new HttpClient(carrier ?? Carrier), new CarrierSettings(key, "+15551230000") { ApiUrl = new Uri("https://carrier.example/v2") }, temp.Clock,
            NullLogger<CarrierClient>.Instance);
    }

    public static Account Revenue { get; } = Account.Revenue("labels", Currency.Usd);

    public Shop Shop { get; } = new("labels") { Owner = new ChatKey(BotFloor<Desk>.Id, OwnerChat), PaymentProvider = "oxapay", Switch = ShippingShop.Switch };

    public BotFloor<Desk> Floor { get; }

    public FakeCarrier Carrier { get; } = new();

    public ShopFloor.FakeOxaPay Provider { get; } = new();

    /// <summary>Happens whenever a turn opens its desk, inside its transaction.</summary>
    public Func<CancellationToken, Task> Opening { get; set; } = _ => Task.CompletedTask;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <param name="carrier">Another carrier than <see cref="Carrier"/>.</param>
    /// <param name="limit">How much each person may send; null where nobody is limited.</param>
    public static async Task<LabelShop> Open(HttpMessageHandler? carrier = null, RateLimit? limit = null) => new(await TempStore.Open(CommerceRoom.Schema), carrier, limit);

    /// <summary>A customer at the main menu, with this much in his wallet.</summary>
    public async Task<Guest<Desk>> Customer(long cents = 0, string chat = "7")
    {
        var guest = await Floor.Guest(chat).Writes("/start");
        if (cents > 0) await Floor.Temp.Post(Ledgers.TopUp("first-" + chat, await CustomerOf(chat), cents));
        return guest;
    }

    public Task<CustomerId> CustomerOf(string chat = "7") =>
        Floor.Temp.Store.Read(async (tx, ct) => (await new Customers(tx).In(new ChatKey(BotFloor<Desk>.Id, chat), ct)).ShouldNotBeNull().Id, Ct);

    /// <summary>The balance, what is set aside, what the shop earned; in cents.</summary>
    public async Task<(long Wallet, long Held, long Revenue)> Money(string chat = "7")
    {
        var customer = await CustomerOf(chat);
        return (await Floor.Temp.Wallet(customer), await Floor.Temp.Held(customer), await Floor.Temp.Balance(Revenue));
    }

    public Task<IReadOnlyList<LabelOrder>> Orders() => Floor.Temp.Store.Write(async (tx, ct) =>
    {
        await using var desk = await Lavka.Commerce.Desk.Return(tx, Shop, new ChatKey(BotFloor<Desk>.Id, "7"), _alerts, ct);
        IReadOnlyList<LabelOrder> orders = [.. (await desk!.Orders.Latest(100, ct)).Select(LabelProcess.Process.Read)];
        return orders;
    }, Ct);

    /// <summary>The shop will not serve this customer any more.</summary>
    public Task Block(string chat = "7") => Floor.Temp.Store.Write(async (tx, ct) =>
    {
        var customers = new Customers(tx);
        await customers.Block((await customers.In(new ChatKey(BotFloor<Desk>.Id, chat), ct))!, blocked: true, ct);
        return true;
    }, Ct);

    /// <summary>Time passes until every job that keeps failing has been given up, and what follows from that is done.</summary>
    public async Task OutOfPatience()
    {
        for (var attempt = 1; attempt <= new WorkerOptions().MaxAttempts; attempt++)
        {
            await Floor.WorkAndDeliver();
            Floor.Temp.Clock.Advance(WorkerOptions.PauseAfter(attempt));
        }
    }

    /// <summary>What became of the only order.</summary>
    public async Task<LabelOrder> Order() => (await Orders()).ShouldHaveSingleItem();

    /// <summary>The provider says that an invoice is paid, and the signed notification comes.</summary>
    public async Task Pays(string track, decimal dollars)
    {
        Provider.Sees(track, ProviderStatus.Paid, dollars);
        var body = Encoding.UTF8.GetBytes($$"""{"track_id":"{{track}}","status":"Paid"}""");
        var hmac = Convert.ToHexStringLower(HMACSHA512.HashData(Encoding.UTF8.GetBytes(ShopFloor.MerchantKey), body));
        var notifications = new PaymentNotifications(
            Floor.Temp.Store, new Dictionary<string, Shop> { [Shop.Id] = Shop }, _providers, _alerts, new Meters(), NullLogger<PaymentNotifications>.Instance);
        (await notifications.Receive("oxapay", Shop.Id, new Dictionary<string, string> { ["hmac"] = hmac }, body, Ct)).ShouldBe(NotificationReceipt.Accepted);
        await Floor.WorkAndDeliver();
    }

    /// <summary>One attempt of a claimed job and its settlement, as the host does it; what happens in between is the carrier's and the desk's business.</summary>
    public async Task Attempt(ShopBot<Desk> bot, ClaimedJob job, CancellationToken ct)
    {
        if (bot.Handlers.TryGetValue(job.Kind, out var own)) await own(job, ct);
        else
        {
            var settlement = await Find(job.Kind).Attempt(job.Body, job.Key, ct);
            await bot.Settle(job, job.Chat!.Value, (desk, stop) => settlement(desk, stop), ct);
        }
    }

    public ValueTask DisposeAsync() => Floor.DisposeAsync();

    private async Task<Desk> Desk(StoreTransaction tx, ChatKey chat, Person person, Language language, CancellationToken ct)
    {
        await Opening(ct);
        return await Lavka.Commerce.Desk.Open(tx, Shop, chat, person, language, _alerts, ct);
    }

    private (IReadOnlyDictionary<string, JobHandler>, WorkerOptions) Handlers(ShopBot<Desk> bot)
    {
        var handlers = _jobs.Select(job => job.Name).Concat(bot.Handlers.Keys).ToDictionary(kind => kind, _ => (JobHandler)((job, ct) => Attempt(bot, job, ct)));
        return (handlers, new WorkerOptions { OnGiveUp = (job, error, ct) => GiveUp(bot, job, error, ct) });
    }

    private Task GiveUp(ShopBot<Desk> bot, ClaimedJob job, string error, CancellationToken ct) =>
        bot.GiveUp(job, error, job.Chat!.Value, (desk, stop) => Find(job.Kind).Abandon(job.Body)(desk, stop), ct);

    private Job Find(string kind) => _jobs.Single(job => job.Name == kind);

    private sealed class Meters : IMeterFactory
    {
        public Meter Create(MeterOptions options) => new(options);

        public void Dispose()
        {
        }
    }
}
