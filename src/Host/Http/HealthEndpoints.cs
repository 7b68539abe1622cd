using Lavka.Durable;

namespace Lavka.Host;

/// <summary><c>/health/live</c>: the process runs. <c>/health/ready</c>: a turn could be committed now; 503 with the reason and its cure when not (shipping:H07).</summary>
public static class HealthEndpoints
{
    public static void Map(IEndpointRouteBuilder routes, Store store)
    {
        routes.MapGet("/health/live", () => Results.Text("live"));
        routes.MapGet("/health/ready", async (CancellationToken ct) =>
            await store.Illness(ct) is not { } fault ? Results.Text("ready")
            : Results.Text($"the store does not take writes: {fault.Kind}. {fault.Message}", statusCode: StatusCodes.Status503ServiceUnavailable));
    }
}
