namespace Lavka.Simulator;

/// <summary>Held requests (long polls, event streams, waiting presses) end when the simulator stops, so that a stop takes no time.</summary>
public static class Stopping
{
    public static void UseStopping(this WebApplication app)
    {
        var stopping = app.Lifetime.ApplicationStopping;
        app.Use(async (context, next) =>
        {
            using var ends = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
            context.RequestAborted = ends.Token;
            try
            {
                await next(context);
            }
            catch (OperationCanceledException) when (ends.IsCancellationRequested)
            {
                context.Abort();
            }
        });
    }
}
