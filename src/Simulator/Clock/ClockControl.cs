namespace Lavka.Simulator.Clock;

/// <summary>The time of all three sides, under <c>/sim/clock</c>: to be read, and to be moved forward by up to ten years in all.</summary>
public static class ClockControl
{
    private static readonly TimeSpan Farthest = TimeSpan.FromDays(3650);

    public static IServiceCollection AddClock(this IServiceCollection services, TimeProvider beneath)
    {
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, ClockJson.Default));
        return services.AddSingleton(new MovableClock(beneath)).AddSingleton<TimeProvider>(provider => provider.GetRequiredService<MovableClock>());
    }

    public static void MapClock(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sim/clock", (MovableClock clock) => Shown(clock));
        routes.MapPost("/sim/clock", (MovableClock clock, ClockMove move) => Move(clock, move));
    }

    private static IResult Move(MovableClock clock, ClockMove move)
    {
        if (move.Seconds < 0 || move.Seconds > (Farthest - clock.Ahead).TotalSeconds)
            return Results.Text("the clock goes forward only, by ten years at most", statusCode: StatusCodes.Status400BadRequest);
        clock.Move(TimeSpan.FromSeconds(move.Seconds));
        return Shown(clock);
    }

    private static IResult Shown(MovableClock clock) =>
        Results.Json(new ClockView(clock.GetUtcNow().ToUnixTimeSeconds(), (long)clock.Ahead.TotalSeconds), ClockJson.Default.ClockView);
}
