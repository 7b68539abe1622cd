using System.Security.Cryptography;
using System.Text;
using Lavka.Commerce.OxaPay;
using Lavka.Durable;
using Lavka.Host;
using Lavka.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lavka.Pure.Host;

/// <summary>The whole host in this process, on a port and a database of its own, with the shop "labels"; nobody listens where it calls.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    public const string MerchantKey = "TEST_merchant";
    private const string Nowhere = "http://127.0.0.1:1";

    private readonly WebApplication _app;

    private RunningHost(WebApplication app, DirectoryInfo folder) => (_app, Folder, Http) = (app, folder, new HttpClient { BaseAddress = new Uri(app.Urls.Single()) });

    public DirectoryInfo Folder { get; }

    public string Database => DatabaseIn(Folder);

    public HttpClient Http { get; }

    public Store Store => _app.Services.GetRequiredService<Store>();

    public static Task<RunningHost> Start(CancellationToken ct, params IEnumerable<(string Key, string? Value)> changes)
    {
        var folder = Directory.CreateTempSubdirectory("lavka-host-");
        return Start(folder, Written.Settings([
            ("Database", DatabaseIn(folder)), ("Urls", "http://127.0.0.1:0"), ("Telegram__ApiUrl", Nowhere),
            ("Shops__labels__Telegram__Mode", "Webhook"), ("Shops__labels__Telegram__Secret", Written.Secret),
            ("Shops__labels__OxaPay__MerchantKey", MerchantKey), ("Shops__labels__OxaPay__ApiUrl", Nowhere), .. changes]), ct);
    }

    public static async Task<RunningHost> Start(DirectoryInfo folder, IConfiguration configuration, CancellationToken ct)
    {
        var reader = new SettingsReader(configuration);
        var app = LavkaHost.Build(reader.Read() ?? throw new InvalidOperationException(string.Join('\n', reader.Faults)), logging => logging.ClearProviders());
        await LavkaHost.Migrate(app.Services.GetRequiredService<Store>(), ct);
        await app.StartAsync(ct);
        return new RunningHost(app, folder);
    }

    public Task<HttpResponseMessage> Get(string path, CancellationToken ct) => Http.GetAsync(new Uri(path, UriKind.Relative), ct);

    public async Task<HttpResponseMessage> Update(string update, string secret, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/hooks/telegram/labels") { Content = new StringContent(update, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);
        return await Http.SendAsync(request, ct);
    }

    /// <summary>What OxaPay sends: the signature is over the very bytes.</summary>
    public async Task<HttpResponseMessage> Pay(string body, CancellationToken ct, string? signature = null, string path = "/hooks/pay/oxapay/labels", HttpClient? http = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation(Wire.SignatureHeader, signature ?? Signature(body));
        return await (http ?? Http).SendAsync(request, ct);
    }

    /// <summary>How many payment notifications it has kept.</summary>
    public Task<long> Notifications(CancellationToken ct) => Store.Read((tx, stop) => tx.Sql("select count(*) from payment_events").First(row => row.Long(0), stop), ct);

    /// <summary>Another program holds the right to write until the result is disposed of.</summary>
    public async Task<IAsyncDisposable> HoldStore(CancellationToken ct)
    {
        var held = new HeldStore(Database);
        await held.Begin(ct);
        return held;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
        if (Directory.Exists(Folder.FullName)) Folder.Delete(recursive: true);
    }

    private static string DatabaseIn(DirectoryInfo folder) => $"Data Source={Path.Combine(folder.FullName, "lavka.db")};Default Timeout=0";

    private static string Signature(string body) => Convert.ToHexStringLower(HMACSHA512.HashData(Encoding.UTF8.GetBytes(MerchantKey), Encoding.UTF8.GetBytes(body)));

    private sealed class HeldStore(string database) : IAsyncDisposable
    {
        private readonly Store _store = Store.Open(database, TimeProvider.System);
        private readonly TaskCompletionSource _release = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Task _writing = Task.CompletedTask;

        public async Task Begin(CancellationToken ct)
        {
            var began = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _writing = _store.Write(async (_, _) =>
            {
                began.SetResult();
                await _release.Task;
            }, ct);
            await Eventually.Ends(Task.WhenAny(began.Task, _writing).Unwrap());
        }

        public async ValueTask DisposeAsync()
        {
            _release.SetResult();
            await _writing;
            await _store.DisposeAsync();
        }
    }
}
