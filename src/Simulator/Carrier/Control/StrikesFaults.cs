using System.Globalization;
using Lavka.Simulator.Carrier.Wire;

namespace Lavka.Simulator.Carrier.Control;

/// <summary>Lets the next planned fault strike a request that would otherwise have been answered.</summary>
public sealed class StrikesFaults(FaultPlan plan, TimeProvider time) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var fault = plan.Take(http.Request);
        switch (fault?.Kind)
        {
            case FaultKind.Broken:
                return Answer.Refused(VendorError.Broken);
            case FaultKind.RateLimited:
                http.Response.Headers.RetryAfter = fault.RetryAfter.ToString(CultureInfo.InvariantCulture);
                return Answer.Refused(VendorError.RateLimited);
            case FaultKind.Funds:
                return Answer.Refused(VendorError.InsufficientFunds);
            case FaultKind.Address:
                return Answer.Refused(VendorError.InvalidAddress);
            case FaultKind.Slow:
                await Task.Delay(fault.Slowness, time, http.RequestAborted);
                return await next(context);
            case FaultKind.Lose:
                await next(context);
                http.Abort();
                return Results.Empty;
            default:
                return await next(context);
        }
    }
}
