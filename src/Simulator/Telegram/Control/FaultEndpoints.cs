namespace Lavka.Simulator.Telegram.Control;

/// <summary>Telegram's faults under <c>/sim/faults</c>: what is active, one more, one or all less.</summary>
public static class FaultEndpoints
{
    public static void MapFaults(this IEndpointRouteBuilder sim)
    {
        sim.MapGet("/faults", (Faults faults) => Results.Json([.. faults.All], ControlJson.Default.FaultArray));
        sim.MapPost("/faults", (Faults faults, Fault fault) => Results.Json(faults.Add(Checked(fault)), ControlJson.Default.Fault));
        sim.MapDelete("/faults", (Faults faults) =>
        {
            faults.Clear();
            return Results.NoContent();
        });
        sim.MapDelete("/faults/{id:long}", (Faults faults, long id) =>
            faults.TakeBack(id) ? Results.NoContent() : throw new RefusedException(StatusCodes.Status404NotFound, "there is no such fault"));
    }

    private static Fault Checked(Fault fault) =>
        fault is { Times: >= 0, Seconds: >= 0, RetryAfter: >= 1, Probability: > 0 and <= 1 }
            ? fault
            : throw RefusedException.BadRequest("times and seconds are not negative, retryAfter is at least 1, a probability is above 0 and at most 1");
}
