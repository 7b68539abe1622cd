using Lavka.Simulator;
using Microsoft.AspNetCore.Builder;

namespace Lavka.Stored.Replays;

/// <summary>The carrier of the simulator, on a port of its own.</summary>
internal sealed class SimulatedCarrier : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SimulatedCarrier(WebApplication app) => (_app, Handler) = (app, new Way(new Uri(app.Urls.Single())));

    /// <summary>Leads from the address and key that the shop was given to the simulator's.</summary>
    public HttpMessageHandler Handler { get; }

    public static async Task<SimulatedCarrier> Start()
    {
        var app = SimulatorApp.Build([], new SimulatorOptions { Urls = "http://127.0.0.1:0" });
        await app.StartAsync();
        return new SimulatedCarrier(app);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Handler.Dispose();
    }

    private sealed class Way(Uri simulator) : DelegatingHandler(new HttpClientHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.RequestUri!.Host == "carrier.example") request.RequestUri = new Uri(simulator, "/carrier" + request.RequestUri.PathAndQuery);
            if (request.Headers.Remove("API-Key")) request.Headers.Add("API-Key", "TEST_carrier");
            return base.SendAsync(request, cancellationToken);
        }
    }
}
