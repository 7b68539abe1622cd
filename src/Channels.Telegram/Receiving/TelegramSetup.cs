using Lavka.Talk;
using Microsoft.Extensions.Logging;

namespace Lavka.Channels.Telegram;

/// <summary>
/// Tells Telegram what a bot needs at start: where to deliver, and the menu. Each call is repeated with back-off until Telegram accepts it,
/// so it belongs beside the host's start, never before it. The webhook is always set: a repeated call changes nothing, and the only part that
/// Telegram does not show, the secret, may be the one that changed.
/// </summary>
public sealed class TelegramSetup(string bot, BotApi api, TimeProvider clock, ILogger<TelegramSetup> logger)
{
    /// <summary>Telegram delivers to the bot's path below <paramref name="publicUrl"/>, over 1 to 100 connections.</summary>
    public Task Webhook(Uri publicUrl, WebhookSecret secret, int maxConnections, CancellationToken ct) =>
        UntilAccepted(new SetWebhook($"{publicUrl.AbsoluteUri.TrimEnd('/')}/hooks/telegram/{bot}", secret, maxConnections), ct);

    /// <summary>The menu in every language; people of any other language see the first one, Russian.</summary>
    public async Task Menu(IReadOnlyList<(string Command, Text Description)> lines, CancellationToken ct)
    {
        await UntilAccepted(In(Language.Ru, code: null), ct);
        foreach (var language in Enum.GetValues<Language>())
            await UntilAccepted(In(language, language.ToString().ToLowerInvariant()), ct);

        SetMyCommands In(Language language, string? code) =>
            new([.. lines.Select(line => new BotCommand(line.Command, line.Description.Plain(language)))], code);
    }

    /// <summary>Who the bot is; asked until Telegram says.</summary>
    public Task<BotAccount> Me(CancellationToken ct) => UntilAccepted(new GetMe(), ct);

    private async Task<T> UntilAccepted<T>(Method<T> method, CancellationToken ct)
    {
        var backoff = new Backoff(clock);
        var logged = "";
        while (true)
        {
            switch (await api.Send(method, ct))
            {
                case Answer<T>.Ok { Result: var result }:
                    logger.LogInformation("Bot {Bot}: {Method} is accepted", bot, method.Name);
                    return result;
                case Answer<T>.Failed { Fault: var fault }:
                    if (!string.Equals(fault.Why, logged, StringComparison.Ordinal))
                        logger.LogWarning("Bot {Bot}: {Method} was not accepted and is tried again: {Why}", bot, method.Name, fault.Why);
                    logged = fault.Why;
                    await backoff.PauseAfter(fault, ct);
                    break;
            }
        }
    }
}
