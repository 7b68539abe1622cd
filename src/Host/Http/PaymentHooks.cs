using Lavka.Commerce;
using Lavka.Durable;

namespace Lavka.Host;

/// <summary>
/// <c>POST /hooks/pay/{provider}/{shop}</c>: 200 with the body <c>ok</c> once the notification is kept (OxaPay wants exactly that, shipping:D09), 401 when its
/// signature is missing or wrong, 413 above 256 KiB, 429 for one of too many (vpn:S-09) and 503 when the store cannot take it, so that the provider delivers it again (shipping:D10).
/// </summary>
public static class PaymentHooks
{
    public const int LargestBody = 256 * 1024;

    public static void Map(IEndpointRouteBuilder routes, Store store, PaymentNotifications notifications, HookLimit limit, ILogger log) =>
        routes.MapPost("/hooks/pay/{provider}/{shop}", async (string provider, string shop, HttpContext call) =>
        {
            if (await Body(call.Request, call.RequestAborted) is not { } body) return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
            var headers = call.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
            try
            {
                return await store.Watch.While(ct => notifications.Receive(provider, shop, headers, body, ct), call.RequestAborted) switch
                {
                    NotificationReceipt.Accepted => Results.Text("ok"),
                    NotificationReceipt.Forged => Results.Unauthorized(),
                    _ => Results.NotFound(),
                };
            }
            catch (StoreFault fault)
            {
                log.LogError(fault, "A notification of {Provider} for {Shop} could not be kept: {Kind}", provider, shop, fault.Kind);
                call.Response.Headers.RetryAfter = "1";
                return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
            }
        }).AddEndpointFilter(limit);

    private static async Task<ReadOnlyMemory<byte>?> Body(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentLength > LargestBody) return null;
        using var read = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int count;
        while ((count = await request.Body.ReadAsync(buffer, ct)) > 0)
        {
            read.Write(buffer.AsSpan(0, count));
            if (read.Length > LargestBody) return null;
        }
        return read.ToArray();
    }
}
