namespace Lavka.Simulator.Telegram.Chat;

/// <summary>Answers a refused request of the web chat or of a test with its status and the reason.</summary>
public sealed class RefusalFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (RefusedException refusal)
        {
            return Results.Json(new ErrorView(refusal.Message), ChatJson.Default.ErrorView, statusCode: refusal.Code);
        }
    }
}
