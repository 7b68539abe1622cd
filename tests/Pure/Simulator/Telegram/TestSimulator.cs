using System.Net.Mime;
using System.Text;
using System.Text.Json.Nodes;
using Lavka.Simulator;
using Lavka.Simulator.Telegram.State;
using Microsoft.AspNetCore.Builder;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Simulator.Telegram;

/// <summary>A running simulator with one bot, spoken to over HTTP only.</summary>
public sealed class TestSimulator : IAsyncDisposable
{
    public const long Bot = 700;
    public const long Anna = 1001;
    public const long John = 1002;

    private const string Token = "700:secret";
    private readonly WebApplication _app;

    private TestSimulator(WebApplication app)
    {
        _app = app;
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public HttpClient Http { get; }

    private static CancellationToken Ends => TestContext.Current.CancellationToken;

    public static async Task<TestSimulator> Start(TimeProvider? time = null)
    {
        var app = SimulatorApp.Build(["--Logging:LogLevel:Default=Warning"], new SimulatorOptions
        {
            Bots = [new BotRegistration(Token, "lavka_bot", "Lavka")],
            Urls = "http://127.0.0.1:0",
            Time = time ?? TimeProvider.System,
        });
        await app.StartAsync(Ends);
        return new TestSimulator(app);
    }

    /// <summary>One where Anna has pressed Start and the bot has seen it.</summary>
    public static async Task<TestSimulator> StartWithAnna(TimeProvider? time = null)
    {
        var simulator = await Start(time);
        await simulator.Says(Anna, "/start");
        (await simulator.Call("getUpdates", """{"offset":500000002}""")).Result.AsArray().ShouldBeEmpty();
        return simulator;
    }

    public Task<TestAnswer> Call(string method, string json = "{}") => Send(HttpMethod.Post, $"/bot{Token}/{method}", json);

    public async Task<TestAnswer> Call(string method, HttpContent content)
    {
        using var response = await Http.PostAsync($"/bot{Token}/{method}", content, Ends);
        return new TestAnswer(response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(Ends))!);
    }

    public Task<HttpResponseMessage> Download(string path) => Http.GetAsync($"/file/bot{Token}/{path}", Ends);

    public Task<TestAnswer> Send(HttpMethod method, string path, string json) =>
        Send(new HttpRequestMessage(method, path) { Content = new StringContent(json, Encoding.UTF8, MediaTypeNames.Application.Json) });

    public Task<TestAnswer> Get(string path) => Send(new HttpRequestMessage(HttpMethod.Get, path));

    public Task<TestAnswer> Says(long person, string text, int? replyTo = null)
    {
        var body = new JsonObject { ["text"] = text };
        if (replyTo is { } answered)
            body["replyTo"] = answered;
        return Send(HttpMethod.Post, $"/chat/api/{Bot}/{person}/text", body.ToJsonString());
    }

    public Task<TestAnswer> Presses(long person, int messageId, string data) =>
        Send(HttpMethod.Post, $"/chat/api/{Bot}/{person}/press", $$"""{"messageId":{{messageId}},"data":"{{data}}"}""");

    public Task<TestAnswer> Fault(string json) => Send(HttpMethod.Post, "/sim/faults", json);

    /// <summary>The bot writes to Anna.</summary>
    public Task<TestAnswer> Writes(string text, string more = "") => Call("sendMessage", $$"""{"chat_id":{{Anna}},"text":"{{text}}"{{more}}}""");

    public async Task<JsonNode> Chat(long person) => (await Get($"/sim/chat/{Bot}/{person}")).Json;

    public async Task<JsonArray> Pending() => (await Get($"/sim/queue?bot={Bot}")).Json["pending"]!.AsArray();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }

    private async Task<TestAnswer> Send(HttpRequestMessage request)
    {
        using (request)
        {
            using var response = await Http.SendAsync(request, Ends);
            var body = await response.Content.ReadAsStringAsync(Ends);
            var isJson = response.Content.Headers.ContentType?.MediaType == MediaTypeNames.Application.Json;
            return new TestAnswer(response.StatusCode, isJson ? JsonNode.Parse(body)! : JsonValue.Create(body));
        }
    }
}
