using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Lavka.Whole;

/// <summary>Hands request after request to one node after another; a node that does not answer is passed over, as a balancer does with a dead one.</summary>
public sealed class Balancer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _http = new();
    private readonly IReadOnlyList<Uri> _nodes;
    private int _next;

    private Balancer(IReadOnlyList<Uri> nodes)
    {
        _nodes = nodes;
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(Pass);
    }

    public Uri Address => new(_app.Urls.Single());

    public static async Task<Balancer> Before(params IReadOnlyList<Uri> nodes)
    {
        var balancer = new Balancer(nodes);
        await balancer._app.StartAsync();
        return balancer;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _http.Dispose();
    }

    private async Task Pass(HttpContext call)
    {
        using var body = new MemoryStream();
        await call.Request.Body.CopyToAsync(body);
        foreach (var _ in _nodes)
        {
            var node = _nodes[(int)((uint)Interlocked.Increment(ref _next) % _nodes.Count)];
            try
            {
                using var request = new HttpRequestMessage(new HttpMethod(call.Request.Method), new Uri(node, call.Request.Path + call.Request.QueryString))
                {
                    Content = new ByteArrayContent(body.ToArray()),
                };
                foreach (var (name, value) in call.Request.Headers)
                    if (!request.Headers.TryAddWithoutValidation(name, (string?)value)) request.Content.Headers.TryAddWithoutValidation(name, (string?)value);
                request.Headers.Host = null;
                using var answer = await _http.SendAsync(request);
                call.Response.StatusCode = (int)answer.StatusCode;
                call.Response.Headers.RetryAfter = answer.Headers.RetryAfter?.ToString();
                await call.Response.Body.WriteAsync(await answer.Content.ReadAsByteArrayAsync());
                return;
            }
            catch (HttpRequestException)
            {
                // This one is dead; the next one takes it.
            }
        }
        call.Response.StatusCode = StatusCodes.Status502BadGateway;
    }
}
