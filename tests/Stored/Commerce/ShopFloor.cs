using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Security.Cryptography;
using System.Text;
using Lavka.Commerce;
using Lavka.Commerce.OxaPay;
using Lavka.Durable;
using Lavka.Kit;
using Lavka.Talk;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using Xunit;

namespace Lavka.Stored.Commerce;

/// <summary>
/// A shop with one customer and a payment provider that a test commands; turns and jobs run as the host runs them, one transaction each.
/// </summary>
internal sealed class ShopFloor : IAsyncDisposable
{
    public const string MerchantKey = "merchant-key";

    private static readonly Person Anna = new("1001", "Анна", "anna", "ru");

    private readonly Dictionary<string, Job> _jobs;

    private ShopFloor(TempStore temp, IReadOnlyList<Job> jobs)
    {
        Temp = temp;
        var providers = new PaymentProviders(new Dictionary<string, IReadOnlyList<IPaymentProvider>> { [Shop.Id] = [Provider] });
        Notifications = new PaymentNotifications(
            temp.Store, new Dictionary<string, Shop> { [Shop.Id] = Shop }, providers, Alerts, new Meters(), NullLogger<PaymentNotifications>.Instance);
        _jobs = CommerceRoom.Jobs(providers).Concat(jobs).ToDictionary(job => job.Name, StringComparer.Ordinal);
    }

    public static ChatKey Chat { get; } = new(new BotId("labels"), "1001");

    public static ChatKey Owner { get; } = new(new BotId("labels"), "1");

    public Shop Shop { get; } = new("labels") { Owner = Owner, PaymentProvider = "oxapay" };

    public TempStore Temp { get; }

    public FakeOxaPay Provider { get; } = new();

    public PaymentNotifications Notifications { get; }

    /// <summary>What the customer was sent.</summary>
    public ConcurrentQueue<View> Said { get; } = new();

    private Alerts Alerts { get; } = new(NullLogger<Alerts>.Instance);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<ShopFloor> Open(params IReadOnlyList<Job> jobs) => new(await TempStore.Open(CommerceRoom.Schema), jobs);

    /// <summary>One turn of the customer.</summary>
    public Task<T> Turn<T>(Func<Desk, CancellationToken, Task<T>> work, Person? person = null) => Temp.Store.Write(async (tx, ct) =>
    {
        var who = person ?? Anna;
        await using var desk = await Desk.Open(tx, Shop, new ChatKey(Chat.Bot, who.Id), who, Language.En, Alerts, ct);
        return await work(desk, ct);
    }, Ct);

    public Task Turn(Func<Desk, CancellationToken, Task> work) => Turn(async (desk, ct) =>
    {
        await work(desk, ct);
        return true;
    });

    /// <summary>Runs every job that is due, and those that follow from it; alerts wait for the owner.</summary>
    public async Task RunJobs()
    {
        while (await Temp.Store.Write((tx, ct) => Jobs.Claim(tx, 100, TimeSpan.FromMinutes(2), ct), Ct) is { Count: > 0 } jobs)
            foreach (var job in jobs.Where(job => job.Kind is not AlertJob.Kind)) await Run(job);
    }

    /// <summary>One attempt, and when it brought something, its settlement in a turn.</summary>
    public async Task Run(ClaimedJob job)
    {
        try
        {
            var settlement = await _jobs[job.Kind].Attempt(job.Body, job.Key, Ct);
            await Settle(job, settlement);
        }
        catch (ProviderUnavailableException silent)
        {
            await Temp.Store.Write((tx, ct) => Jobs.Retry(tx, job, tx.Now + TimeSpan.FromSeconds(1), silent.Message, ct), Ct);
        }
    }

    /// <summary>The second half of a job, as often as a test likes: only the first finds the job unfinished.</summary>
    public Task Settle(ClaimedJob job, Settlement settlement) => Temp.Store.Write(async (tx, ct) =>
    {
        if (!await Jobs.Finish(tx, job, ct)) return;
        await using var desk = await Desk.Return(tx, Shop, job.Chat!.Value, Alerts, ct);
        foreach (var view in await settlement(desk!, ct)) Said.Enqueue(view);
    }, Ct);

    /// <summary>The customer asks for a top-up, the invoice is issued and shown.</summary>
    public async Task<PaymentId> TopUp(long cents, string track, OrderId? order = null, Route? route = null)
    {
        Provider.NextTrack = track;
        var begun = (await Turn((desk, ct) => desk.Payments.TopUp(new Money(cents, Currency.Usd), order, route, ct))).ShouldBeOfType<TopUp.Begun>();
        await RunJobs();
        return begun.Payment;
    }

    public Task<NotificationReceipt> Notify(string body, string key = MerchantKey) => Notifications.Receive(
        "oxapay", Shop.Id, new Dictionary<string, string> { ["hmac"] = Sign(body, key) }, Encoding.UTF8.GetBytes(body), Ct);

    public Task<Payment> Payment(PaymentId id) => Turn(async (desk, ct) => (await desk.Payments.Find(id, ct)).ShouldNotBeNull());

    public async Task<long> Balance() => (await Turn((desk, ct) => desk.Balance(Currency.Usd, ct))).Minor;

    public Task<long> Count(string table) => Temp.Store.Read(async (tx, ct) =>
    {
        await using var command = tx.Command($"select count(*) from {table}");
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }, Ct);

    public Task<IReadOnlyList<string>> AlertsRaised() => Temp.Store.Read((tx, ct) => tx.Sql("select body from jobs where kind = 'alert' order by id").All(row => row.Text(0), ct), Ct);

    public ValueTask DisposeAsync() => Temp.DisposeAsync();

    private static string Sign(string body, string key) => Convert.ToHexStringLower(HMACSHA512.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(body)));

    /// <summary>Says what it is told to say; notifications are verified by the real thing.</summary>
    internal sealed class FakeOxaPay : IPaymentProvider
    {
        public string Name => "oxapay";

        public string NextTrack { get; set; } = "1";

        public bool IsSilent { get; set; }

        public int InvoicesMade { get; private set; }

        public ConcurrentDictionary<string, Observation> Knows { get; } = new();

        public void Sees(string track, ProviderStatus status, decimal? usd = null) =>
            Knows[track] = new Observation(track, status, usd is { } value ? Money.Round(value, Currency.Usd) : null);

        public Task<Invoice> CreateInvoice(InvoiceRequest request, CancellationToken ct)
        {
            if (IsSilent) return Task.FromResult<Invoice>(new Invoice.Unavailable("silent"));
            InvoicesMade++;
            Sees(NextTrack, ProviderStatus.Waiting);
            return Task.FromResult<Invoice>(new Invoice.Issued(NextTrack, $"https://pay.example/{NextTrack}", new DateTimeOffset(2026, 3, 2, 9, 30, 0, TimeSpan.Zero)));
        }

        public Task<Inquiry> Inquire(string trackId, CancellationToken ct) => Task.FromResult<Inquiry>(
            IsSilent ? new Inquiry.Unavailable("silent") : Knows.TryGetValue(trackId, out var seen) ? new Inquiry.Found(seen) : new Inquiry.NotFound("no such payment"));

        public Notification VerifyNotification(IReadOnlyDictionary<string, string> headers, ReadOnlyMemory<byte> body) =>
            new Client(new HttpClient(), new OxaPaySettings(MerchantKey, new Uri("https://x"), new Uri("https://x"))).VerifyNotification(headers, body);
    }

    private sealed class Meters : IMeterFactory
    {
        public Meter Create(MeterOptions options) => new(options);

        public void Dispose()
        {
        }
    }
}
