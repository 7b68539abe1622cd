using System.Buffers;
using Lavka.Talk;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lavka.Channels.Telegram;

/// <summary>
/// <c>POST /hooks/telegram/{id}</c>: 404 for an unknown bot, 401 without the right secret (the body is not read), 413 above 128 KiB,
/// 200 with an empty body (Telegram would execute one that names a method) when the update is committed or put aside as unreadable,
/// 503 with Retry-After when it is to be delivered again. Never 410: a day of it would remove the webhook.
/// </summary>
public sealed class TelegramWebhook(IEnumerable<WebhookBot> bots, TimeProvider clock)
{
    /// <summary>Telegram builds an update in 64 KiB.</summary>
    public const int LargestBody = 128 * 1024;

    private readonly Dictionary<string, WebhookBot> _bots = bots.ToDictionary(bot => bot.Intake.Bot, StringComparer.Ordinal);

    public IEndpointConventionBuilder Map(IEndpointRouteBuilder routes) => routes.MapPost("/hooks/telegram/{id}", Receive);

    private async Task Receive(HttpContext call)
    {
        call.Response.StatusCode = await Status(call.Request, call.RequestAborted);
        if (call.Response.StatusCode == StatusCodes.Status503ServiceUnavailable) call.Response.Headers.RetryAfter = "1";
    }

    private async Task<int> Status(HttpRequest request, CancellationToken ct)
    {
        if (request.RouteValues["id"] is not string id || !_bots.TryGetValue(id, out var bot)) return StatusCodes.Status404NotFound;
        if (!bot.Secret.Matches(request.Headers[WebhookSecret.Header])) return StatusCodes.Status401Unauthorized;
        if (request.ContentLength > LargestBody) return StatusCodes.Status413PayloadTooLarge;
        var body = await request.BodyReader.ReadAtLeastAsync(LargestBody + 1, ct);
        var update = body.Buffer.Length > LargestBody ? null : body.Buffer.ToArray();
        request.BodyReader.AdvanceTo(body.Buffer.End);
        if (update is null) return StatusCodes.Status413PayloadTooLarge;
        return await bot.Intake.Offer(TelegramUpdate.Read(update, clock.GetUtcNow()), update, ct) is Receipt.Taken
            ? StatusCodes.Status200OK
            : StatusCodes.Status503ServiceUnavailable;
    }
}
