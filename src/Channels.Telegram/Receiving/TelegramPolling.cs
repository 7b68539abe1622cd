using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Lavka.Channels.Telegram;

/// <summary>
/// Fetches a bot's updates until it is cancelled. Telegram forgets an update only after it and everything older is committed; a crash before that
/// brings it again. Nothing that waits at Telegram is ever dropped. Only one program may poll a bot: the caller sees to that.
/// </summary>
public sealed class TelegramPolling(BotApi api, Intake intake, TimeProvider clock, ILogger<TelegramPolling> logger)
{
    private static readonly TimeSpan Doubt = TimeSpan.FromMilliseconds(100);

    private readonly Backoff _backoff = new(clock);
    private readonly PollWindow _window = new(intake, clock);

    public Task Run(CancellationToken ct) => Run(() => true, ct);

    /// <summary>The same for one program of several: it asks only while it is sure that no other one does.</summary>
    public async Task Run(Func<bool> isSure, CancellationToken ct)
    {
        await RemoveWebhook(ct);
        logger.LogInformation("Bot {Bot}: polling", intake.Bot);
        while (true)
        {
            while (!isSure()) await Task.Delay(Doubt, clock, ct);
            if (await Fetched(new GetUpdates(_window.Offset), ct) is not { ValueKind: JsonValueKind.Array } updates) continue;
            var progress = await _window.Take(updates, ct);
            if (progress is not PollWindow.Progress.None) _backoff.Reset();
            if (progress is not PollWindow.Progress.All) await _backoff.Pause(ct);
        }
    }

    private async Task RemoveWebhook(CancellationToken ct)
    {
        WebhookInfo? info;
        while ((info = await Fetched(new GetWebhookInfo(), ct)) is null)
        {
        }
        if (info.Url.Length == 0) return;
        while (!await Fetched(new DeleteWebhook(), ct))
        {
        }
        logger.LogInformation("Bot {Bot}: the webhook was removed, waiting updates were kept", intake.Bot);
    }

    /// <summary>The result, or nothing after a fault was logged and waited for.</summary>
    private async Task<T?> Fetched<T>(Method<T> method, CancellationToken ct)
    {
        var answer = await api.Send(method, ct);
        if (answer is Answer<T>.Ok ok) return ok.Result;
        var fault = ((Answer<T>.Failed)answer).Fault;
        logger.LogWarning("Bot {Bot}: {Method} failed and is tried again. {Hint}: {Why}", intake.Bot, method.Name, Hint(fault), fault.Why);
        await _backoff.PauseAfter(fault, ct);
        return default;
    }

    private static string Hint(Fault fault) => fault switch
    {
        Fault.Conflict { Why: var why } when why.Contains("webhook", StringComparison.OrdinalIgnoreCase) =>
            "Somebody set a webhook for this bot while it is polled; use another bot or Mode=Webhook here",
        Fault.Conflict => "Another program polls this bot with the same token; stop it or use another bot",
        Fault.Unauthorized => "The token is wrong or was revoked; take the current one from BotFather",
        Fault.TooManyCalls => "Telegram asks for a pause",
        _ => "The Bot API is out of reach or out of order",
    };
}
