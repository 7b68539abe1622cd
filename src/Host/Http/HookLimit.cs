using System.Diagnostics.Metrics;
using System.Globalization;

namespace Lavka.Host;

/// <summary>
/// Turns away who calls too often, before a byte of his body is read (vpn:S-09): 429 with <c>Retry-After</c> and a problem document. Whoever is turned away has to come again:
/// nothing is kept of his call.
/// </summary>
public sealed class HookLimit(AddressLimit limit, IMeterFactory meters) : IEndpointFilter
{
    private readonly Counter<long> _calls = meters.Create("Lavka.Host")
        .CreateCounter<long>("lavka_rate_limit_payment_calls", description: "Calls of payment providers: allowed, or rejected because the address sent too many.");

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var call = context.HttpContext;
        var wait = limit.Wait(call.Connection.RemoteIpAddress);
        _calls.Add(1, new KeyValuePair<string, object?>("outcome", wait is null ? "allowed" : "rejected"));
        return wait is { } time ? new ValueTask<object?>(Refusal(call.Response, time)) : next(context);
    }

    private static IResult Refusal(HttpResponse response, TimeSpan wait)
    {
        var seconds = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        response.Headers.RetryAfter = seconds;
        return Results.Problem(
            statusCode: StatusCodes.Status429TooManyRequests, type: "https://www.rfc-editor.org/rfc/rfc6585#section-4", title: "Too many calls from this address",
            detail: $"Nothing of this call was read. Come again in {seconds} s.");
    }
}
