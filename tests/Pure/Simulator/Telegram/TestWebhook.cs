using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Lavka.Pure.Simulator.Telegram;

/// <summary>A bot's side of a webhook: keeps what it is offered and answers as the test says.</summary>
public sealed class TestWebhook : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Offer> _offers = new();

    private TestWebhook(WebApplication app) => _app = app;

    public string Url => $"{_app.Urls.Single()}/hook";

    public IReadOnlyList<Offer> Offers => [.. _offers];

    public IReadOnlyList<string?> Texts => [.. Offers.Select(offer => offer.Text)];

    public static async Task<TestWebhook> Start(Func<Offer, HttpResponse, Task>? answer = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var webhook = new TestWebhook(app);
        app.MapPost("/hook", async (HttpContext context) =>
        {
            var update = (await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted))!;
            var offer = new Offer(update, context.Request.Headers["X-Telegram-Bot-Api-Secret-Token"]);
            webhook._offers.Enqueue(offer);
            await (answer?.Invoke(offer, context.Response) ?? Task.CompletedTask);
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return webhook;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    public sealed record Offer(JsonNode Update, string? Secret)
    {
        public long Id => (long)Update["update_id"]!;

        public string? Text => (string?)Update["message"]?["text"];

        public long? Chat => (long?)Update["message"]?["chat"]?["id"];
    }
}
