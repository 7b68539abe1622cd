using System.Text.Json;

namespace Lavka.Simulator.Carrier.Control;

/// <summary>Writes every request down before anything else looks at it.</summary>
public sealed class RecordsRequests(RequestLog log, TimeProvider time) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        log.Add(new(
            request.Method, request.Path + request.QueryString, await Body(request, context.HttpContext.RequestAborted),
            time.GetUtcNow().ToUnixTimeMilliseconds()));
        return await next(context);
    }

    private static async Task<JsonElement?> Body(HttpRequest request, CancellationToken stop)
    {
        if (!request.HasJsonContentType())
            return null;
        request.EnableBuffering();
        try
        {
            using var document = await JsonDocument.ParseAsync(request.Body, cancellationToken: stop);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            // What is not JSON is recorded without its body; the endpoint itself refuses it.
            return null;
        }
        finally
        {
            request.Body.Position = 0;
        }
    }
}
