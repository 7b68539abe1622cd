using System.Diagnostics.Metrics;
using System.Globalization;
using Lavka.Durable;

namespace Lavka.Host;

/// <summary>
/// Turns away who calls too often, before a byte of his body is read (vpn:S-09): 429 with <c>Retry-After</c> and a problem document. Whoever is turned away has to come again:
/// nothing is kept of his call. All nodes count together; what a node can count alone it does not ask the store. A store that cannot count turns nobody away.
/// </summary>
/// <param name="here">What this node has seen.</param>
/// <param name="everywhere">What all of them have.</param>
/// <param name="clock">For the log.</param>
/// <param name="meters">Counts both kinds of calls.</param>
/// <param name="log">Hears of those who are turned away at most once a minute.</param>
public sealed class HookLimit(AddressLimit here, SharedLimit everywhere, TimeProvider clock, IMeterFactory meters, ILogger<HookLimit> log) : IEndpointFilter
{
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(1);

    private readonly Counter<long> _calls = meters.Create("Lavka.Host")
        .CreateCounter<long>("lavka_rate_limit_payment_calls", description: "Calls of payment providers: allowed, or rejected because the address sent too many.");

    private readonly Lock _lock = new();
    private DateTimeOffset? _told;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var call = context.HttpContext;
        var address = call.Connection.RemoteIpAddress;
        var wait = here.Wait(address) ?? await Elsewhere(AddressLimit.Owner(address).ToString(), call.RequestAborted);
        _calls.Add(1, new KeyValuePair<string, object?>("outcome", wait is null ? "allowed" : "rejected"));
        if (wait is not { } time) return await next(context);
        if (MayTell()) log.LogWarning("{Address} calls for payments more often than PaymentHooks__MaxRequests allows and is told to come again in {Seconds} s", address, Seconds(time));
        return Refusal(call.Response, time);
    }

    private async Task<TimeSpan?> Elsewhere(string caller, CancellationToken ct)
    {
        try
        {
            return await everywhere.Wait(caller, ct);
        }
        catch (StoreFault)
        {
            // Whoever takes the call finds the same fault, and says so.
            return null;
        }
    }

    /// <summary>Whoever floods the door must not flood the log.</summary>
    private bool MayTell()
    {
        var now = clock.GetUtcNow();
        lock (_lock)
        {
            if (now - _told < Silence) return false;
            _told = now;
            return true;
        }
    }

    private static int Seconds(TimeSpan wait) => (int)Math.Ceiling(wait.TotalSeconds);

    private static IResult Refusal(HttpResponse response, TimeSpan wait)
    {
        var seconds = Seconds(wait).ToString(CultureInfo.InvariantCulture);
        response.Headers.RetryAfter = seconds;
        return Results.Problem(
            statusCode: StatusCodes.Status429TooManyRequests, type: "https://www.rfc-editor.org/rfc/rfc6585#section-4", title: "Too many calls from this address",
            detail: $"Nothing of this call was read. Come again in {seconds} s.");
    }
}
