namespace Lavka.Simulator.Telegram.Chat;

/// <summary>Answers a refused request of the web chat or of a test with its status and the reason as plain text.</summary>
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
            return Results.Text(refusal.Message, statusCode: refusal.Code);
        }
    }
}
