using System.Net;
using System.Net.Sockets;
using Lavka.Durable;
using Lavka.Simulator;
using Lavka.Simulator.Telegram.State;

namespace Lavka.Host;

/// <summary><c>demo</c>: the simulator and the host in one program, with a shop that works; nothing to configure, nothing leaves the machine. It begins anew at every start.</summary>
internal static class DemoVerb
{
    private const string Token = "4200000001:demo-token-of-the-simulator";
    private const int ChatPort = 5090;
    private const int HostPort = 5080;

    public static async Task<int> Run(CancellationToken ct)
    {
        var (chat, host) = ($"http://127.0.0.1:{Free(ChatPort)}", $"http://127.0.0.1:{Free(HostPort)}");
        var folder = Directory.CreateTempSubdirectory("lavka-demo-");
        await using var simulator = SimulatorApp.Build([], new SimulatorOptions
        {
            Urls = chat,
            Bots = [new BotRegistration(Token, "labels_demo_bot", "Лавка этикеток")],
        });
        await simulator.StartAsync(ct);

        var reader = new SettingsReader(new ConfigurationBuilder().AddInMemoryCollection(Settings(chat, host, folder.FullName)).Build());
        var settings = reader.Read() ?? throw new InvalidOperationException("The demo's own settings are wrong: " + string.Join("; ", reader.Faults));
        await using var app = LavkaHost.Build(settings, Log.ForPeople);
        await LavkaHost.Migrate(app.Services.GetRequiredService<Store>(), ct);
        await app.StartAsync(ct);

        Console.WriteLine($"""

            Lavka is running. Everything in it is pretended: the messenger, the carrier, the money.

              Web chat (talk to the shop)   {chat}/
              Host (health)                 {host}/health/ready

            Press Ctrl+C to stop.
            """);
        await app.WaitForShutdownAsync(ct);
        await simulator.StopAsync(CancellationToken.None);
        folder.Delete(recursive: true);
        return 0;
    }

    private static Dictionary<string, string?> Settings(string chat, string host, string folder) => new()
    {
        ["Database"] = $"Data Source={Path.Combine(folder, "lavka.db")}",
        ["Urls"] = host,
        ["Telegram:ApiUrl"] = chat,
        ["Shops:labels:Kind"] = "Shipping",
        ["Shops:labels:Owner"] = "1002",
        ["Shops:labels:Support"] = "https://t.me/durov",
        ["Shops:labels:Telegram:Token"] = Token,
        ["Shops:labels:Telegram:Secret"] = "demo-secret",
        ["Shops:labels:Telegram:Mode"] = "Webhook",
        ["Shops:labels:Carrier:ApiUrl"] = chat + "/carrier/v2",
        ["Shops:labels:Carrier:ApiKey"] = "TEST_carrier",
        ["Shops:labels:Carrier:FallbackPhone"] = "+12125550100",
        ["Shops:labels:OxaPay:ApiUrl"] = chat + "/oxapay",
        ["Shops:labels:OxaPay:MerchantKey"] = "TEST_oxapay",
        ["Shops:labels:OxaPay:ReturnUrl"] = chat,
        // Whoever tries it out clicks through the eighteen questions faster than any customer, and would be silenced just before he pays.
        ["Shops:labels:RateLimit:MaxRequests"] = "100",
    };

    /// <summary>The usual port, or any other when somebody has it already.</summary>
    private static int Free(int usual)
    {
        try
        {
            return Taken(usual);
        }
        catch (SocketException)
        {
            return Taken(0);
        }
    }

    private static int Taken(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
