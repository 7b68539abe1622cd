using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Lavka.Simulator.Carrier;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Simulator.Carrier;

/// <summary>The carrier alone on a free port, with a client that holds the right key.</summary>
public sealed class CarrierHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private CarrierHost(WebApplication app)
    {
        _app = app;
        Http = new HttpClient { BaseAddress = new(app.Urls.Single()) };
        Http.DefaultRequestHeaders.Add("API-Key", "TEST_carrier");
    }

    public HttpClient Http { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<CarrierHost> Start(params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(one => one.Key, one => (string?)one.Value, StringComparer.Ordinal));
        builder.Services.AddCarrier();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapCarrier();
        await app.StartAsync(Stop);
        return new(app);
    }

    public Task<Answer> Get(string path) => Send(HttpMethod.Get, path);

    public Task<Answer> Post(string path, JsonNode? body = null) => Send(HttpMethod.Post, path, body);

    public async Task<Answer> Send(HttpMethod method, string path, JsonNode? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        using var response = await Http.SendAsync(request, Stop);
        var text = await response.Content.ReadAsStringAsync(Stop);
        var retryAfter = response.Headers.RetryAfter?.Delta;
        return new((int)response.StatusCode, text is "" ? new JsonObject() : JsonNode.Parse(text)!, retryAfter);
    }

    /// <summary>Quotes the usual parcel with one carrier.</summary>
    public async Task<JsonArray> Rates(string carrierId = "se-100001")
    {
        var answer = await Post("/carrier/v2/rates", Sample.Rates(carrierId));
        answer.Status.ShouldBe(200, answer.Body.ToJsonString());
        return answer.Body["rate_response"]!["rates"]!.AsArray();
    }

    public Task<Answer> Fault(string kind, string? path = null, int times = 1) =>
        Post("/sim/carrier/faults", new JsonObject { ["kind"] = kind, ["path"] = path ?? "/", ["times"] = times, ["retryAfter"] = 7 });

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }

    /// <summary>What came back: status, JSON and the wait that was asked for.</summary>
    public sealed record Answer(int Status, JsonNode Body, TimeSpan? RetryAfter)
    {
        public string ErrorCode => (string)Body["errors"]![0]!["error_code"]!;

        public IEnumerable<string> ErrorFields => Body["errors"]!.AsArray().Select(error => (string)error!["field_name"]!);
    }
}
