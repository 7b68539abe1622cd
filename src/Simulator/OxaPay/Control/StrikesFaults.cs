namespace Lavka.Simulator.OxaPay.Control;

/// <summary>Lets the next planned fault strike a request that would otherwise have been answered.</summary>
public sealed class StrikesFaults(FaultPlan plan, TimeProvider time) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var fault = plan.Take();
        switch (fault?.Kind)
        {
            case FaultKind.Broken:
                return Answer.Refused(500, "", "An unexpected error occurred.");
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
