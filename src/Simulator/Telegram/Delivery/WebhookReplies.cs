using Lavka.Simulator.Telegram.Api;
using Lavka.Simulator.Telegram.State;

namespace Lavka.Simulator.Telegram.Delivery;

/// <summary>Runs the call that a webhook may answer with, as Telegram does: the bot never learns its result.</summary>
public sealed class WebhookReplies(CallDispatcher calls)
{
    /// <summary>Methods that ask for something or change the webhook itself are passed over.</summary>
    public async Task Run(BotAccount bot, DeliveryAttempt.Taken taken, CancellationToken cancellationToken)
    {
        if (taken.ContentType is not { } contentType || taken.Body.IsEmpty || Read(contentType, taken.Body) is not { } arguments)
            return;
        if (arguments.Take("method", out var rest) is { Length: > 0 } method && IsRunnable(method))
            await calls.Run(bot, method, rest, cancellationToken);
    }

    /// <summary>A body that is no call at all is nobody's mistake.</summary>
    private static Arguments? Read(string contentType, ReadOnlyMemory<byte> body)
    {
        try
        {
            return ArgumentsReader.Read(contentType, body);
        }
        catch (RefusedException)
        {
            return null;
        }
    }

    private static bool IsRunnable(string method) =>
        !method.StartsWith("get", StringComparison.OrdinalIgnoreCase) && method.ToLowerInvariant() is not ("setwebhook" or "deletewebhook" or "close" or "logout");
}
