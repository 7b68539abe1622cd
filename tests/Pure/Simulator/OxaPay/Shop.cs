using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Lavka.Pure.Simulator.OxaPay;

/// <summary>A shop's callback address on a free port: keeps what comes, to the byte, and answers as it is told, at last always <c>ok</c>.</summary>
internal sealed class Shop : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Shop(WebApplication app)
    {
        _app = app;
        app.MapPost("/hook", Take);
    }

    public ConcurrentQueue<(byte[] Body, string? Hmac)> Came { get; } = [];

    public ConcurrentQueue<(int Status, string Body)> Answers { get; } = [];

    public string Url => $"{_app.Urls.Single()}/hook";

    public static async Task<Shop> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var shop = new Shop(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return shop;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task Take(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        Came.Enqueue((body.ToArray(), http.Request.Headers["HMAC"]));
        var (status, text) = Answers.TryDequeue(out var answer) ? answer : (200, "ok");
        http.Response.StatusCode = status;
        await http.Response.WriteAsync(text, http.RequestAborted);
    }
}
