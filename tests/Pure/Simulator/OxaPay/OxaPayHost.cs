using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Lavka.Simulator.OxaPay;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Simulator.OxaPay;

/// <summary>The payment provider alone on a free port with a shop to notify, both under one clock that the test turns.</summary>
internal sealed class OxaPayHost : IAsyncDisposable
{
    public const string Key = "TEST_oxapay";

    private readonly WebApplication _app;

    private OxaPayHost(WebApplication app, Shop shop, ManualClock clock)
    {
        _app = app;
        Shop = shop;
        Clock = clock;
        Http = new HttpClient { BaseAddress = new(app.Urls.Single()) };
        Http.DefaultRequestHeaders.Add("merchant_api_key", Key);
    }

    public HttpClient Http { get; }

    public Shop Shop { get; }

    public ManualClock Clock { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<OxaPayHost> Start()
    {
        var (shop, clock) = (await Shop.Start(), new ManualClock());
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection([new("OxaPay:ConfirmAfter", "00:00:00")]);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddOxaPay();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapOxaPay();
        await app.StartAsync(Stop);
        return new(app, shop, clock);
    }

    /// <summary>An invoice that is accepted; a test spoils one thing in it.</summary>
    public JsonObject Sample() => new()
    {
        ["amount"] = 18.41m,
        ["currency"] = "USD",
        ["lifetime"] = 30,
        ["fee_paid_by_payer"] = 0,
        ["under_paid_coverage"] = 2,
        ["callback_url"] = Shop.Url,
        ["return_url"] = "https://t.me/lavka_bot",
        ["description"] = "Пополнение",
        ["order_id"] = "top_1795269798_7f3a9c21",
    };

    public async Task<string> Invoice()
    {
        var answer = await Send(HttpMethod.Post, "/oxapay/v1/payment/invoice", Sample());
        answer.Status.ShouldBe(200, answer.Body.ToJsonString());
        return (string)answer.Body["data"]!["track_id"]!;
    }

    public async Task<int> Pay(string trackId, string how, decimal? amount = null)
    {
        var request = new JsonObject { ["how"] = how };
        if (amount is not null)
            request["amount"] = amount;
        return (await Send(HttpMethod.Post, $"/sim/oxapay/invoices/{trackId}/pay", request)).Status;
    }

    public async Task<JsonNode> Information(string trackId) => (await Send(HttpMethod.Get, $"/oxapay/v1/payment/{trackId}")).Body["data"]!;

    /// <summary>The attempts to notify, once there are so many.</summary>
    public async Task<IReadOnlyList<JsonNode>> Attempts(int count)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            var attempts = (await Send(HttpMethod.Get, "/sim/oxapay/notifications")).Body.AsArray();
            if (attempts.Count >= count)
                return [.. attempts.Select(attempt => attempt!)];
            await Task.Delay(10, limit.Token);
        }
    }

    public async Task<(int Status, JsonNode Body)> Send(HttpMethod method, string path, JsonNode? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        using var response = await Http.SendAsync(request, Stop);
        var text = await response.Content.ReadAsStringAsync(Stop);
        return ((int)response.StatusCode, text is "" ? new JsonObject() : JsonNode.Parse(text)!);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
        await Shop.DisposeAsync();
    }
}
