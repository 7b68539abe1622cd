using Lavka.Simulator;
using Lavka.Simulator.Telegram.State;
using Microsoft.AspNetCore.Builder;
using Xunit;

namespace Lavka.Whole;

/// <summary>
/// The world of one test: the messenger, the payment provider and the carrier pretended in this process, and the real host as a program beside it.
/// When it is closed, what the host wrote becomes the test's output.
/// </summary>
public sealed class Town : IAsyncDisposable
{
    private static readonly string[] Simulated =
    [
        "--Logging:LogLevel:Default=Error", $"--Carrier:ApiKey={TownPlan.CarrierKey}", $"--OxaPay:MerchantKey={TownPlan.MerchantKey}",
        "--OxaPay:ConfirmAfter=00:00:00.02", "--OxaPay:RetryDelays=" + string.Join(',', Enumerable.Repeat("00:00:00.3", 100)),
    ];

    private readonly WebApplication _simulator;
    private readonly HttpClient _http;
    private readonly string _folder;
    private readonly IReadOnlyDictionary<string, string> _settings;
    private readonly List<HostProcess> _others = [];
    private readonly List<IAsyncDisposable> _beside = [];
    private HttpClient? _door;
    private int _deaths;

    private Town(WebApplication simulator, TownPlan plan, string folder, Uri host)
    {
        (_simulator, _folder) = (simulator, folder);
        Address = new Uri(simulator.Urls.Single());
        _http = new HttpClient { BaseAddress = Address };
        _settings = plan.SettingsFor(Address, host, folder);
        (Host, Store) = (new HostProcess(host, _settings, plan.Obeys), new HostStore(_settings["Database"]));
        (Telegram, Carrier, OxaPay) = (new TelegramSide(_http), new CarrierSide(_http), new OxaPaySide(_http));
    }

    /// <summary>Where the simulator listens; the web chat is its root.</summary>
    public Uri Address { get; }

    /// <summary>The first of its hosts; most towns have no other.</summary>
    public HostProcess Host { get; }

    public IReadOnlyList<HostProcess> Hosts => [Host, .. _others];

    /// <summary>Where the messenger delivers: the host, or the balancer before several.</summary>
    public HttpClient Door => _door ?? Host.Http;

    public HostStore Store { get; }

    public TelegramSide Telegram { get; }

    public CarrierSide Carrier { get; }

    public OxaPaySide OxaPay { get; }

    /// <summary>Thrown away with the town.</summary>
    public string Folder => _folder;

    /// <summary>A town whose host is ready.</summary>
    public static async Task<Town> Open(TownPlan? plan = null)
    {
        if (plan is { Nodes: > 1 }) return (await Cluster.Open(plan)).Town;
        var town = await Build(plan);
        try
        {
            await town.Host.Start();
            return town;
        }
        catch
        {
            await town.DisposeAsync();
            throw;
        }
    }

    /// <summary>A town whose host is not started yet.</summary>
    public static async Task<Town> Build(TownPlan? plan = null, Uri? host = null)
    {
        var simulator = SimulatorApp.Build(Simulated, new SimulatorOptions
        {
            Urls = "http://127.0.0.1:0",
            Bots = [new BotRegistration(TownPlan.Token, "labels_test_bot", "Labels")],
        });
        await simulator.StartAsync();
        return new Town(
            simulator, plan ?? new TownPlan(), Directory.CreateTempSubdirectory("lavka-whole-").FullName, host ?? new Uri($"http://127.0.0.1:{FreePort.Find()}"));
    }

    /// <summary>One more host with the settings of the first, but for these. It is not started yet.</summary>
    public HostProcess NewHost(Uri address, Dictionary<string, string> others)
    {
        var host = new HostProcess(address, _settings.Where(setting => !others.ContainsKey(setting.Key)).Concat(others).ToDictionary());
        _others.Add(host);
        return host;
    }

    /// <summary>What stands before its hosts, and what is closed after them.</summary>
    public void StandsBehind(Uri balancer, params IReadOnlyList<IAsyncDisposable> beside)
    {
        _door = new HttpClient { BaseAddress = balancer };
        _beside.AddRange(beside);
    }

    /// <summary>One of its hosts is killed and started again: twice the first, twice the second and so on, so that sometimes the one dies that leads and sometimes another.</summary>
    public Task OneDies() => Hosts[_deaths++ / 2 % Hosts.Count].Restart();

    /// <summary>A new person who reads English and whose updates Telegram itself delivers.</summary>
    public async Task<Customer> NewCustomer(string name = "Kate")
    {
        var person = await Telegram.NewPerson(name);
        return new Customer(Telegram, person, new TelegramDelivery(_http, person));
    }

    /// <summary>The same, in no hurry.</summary>
    public async Task<Customer> NewUnhurriedCustomer()
    {
        var person = await Telegram.NewPerson("Kate");
        return new Customer(Telegram, person, new Unhurried(new TelegramDelivery(_http, person), Store));
    }

    /// <summary>One of a crowd, whose updates Telegram itself delivers.</summary>
    internal async Task<Applicant> NewApplicant(int number, bool pays = false)
    {
        var person = await Telegram.NewPerson("Kate");
        return new Applicant(person, number, new TelegramDelivery(_http, person), pays ? track => OxaPay.Pay(track) : null);
    }

    /// <summary>The English reader whom everybody knows; a shop may name him its owner before it starts.</summary>
    public Customer John() => new(Telegram, TelegramSide.John, new TelegramDelivery(_http, TelegramSide.John));

    /// <summary>A new person whose updates the test itself posts to the webhook, as Telegram would and in any order it likes.</summary>
    public async Task<(Customer Customer, RawDelivery Raw)> NewCustomerByHand(string name = "Kate")
    {
        var person = await Telegram.NewPerson(name);
        await Telegram.Introduce(person);
        var raw = new RawDelivery(Door, person);
        return (new Customer(Telegram, person, raw), raw);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _others.Prepend(Host))
        {
            await host.DisposeAsync();
            TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', host.Log.TakeLast(300)));
        }
        await Store.DisposeAsync();
        _door?.Dispose();
        foreach (var one in _beside) await one.DisposeAsync();
        _http.Dispose();
        await _simulator.StopAsync();
        await _simulator.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
