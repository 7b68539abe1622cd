using Lavka.Simulator.Telegram.Delivery;

namespace Lavka.Simulator.Telegram.Api;

/// <summary>
/// Updates go to an address from now on. The same settings again change nothing; pending updates stay unless asked otherwise. Once a second, whatever it says.
/// </summary>
public sealed class SetWebhook : IMethod
{
    public string Name => "setWebhook";

    public IReadOnlyList<string> Fields { get; } = ["url", "ip_address", "max_connections", "allowed_updates", "drop_pending_updates", "secret_token"];

    public async ValueTask<Success> Run(Call call, CancellationToken cancellationToken)
    {
        var updates = call.Bot.Updates;
        var drop = call.Arguments.Flag("drop_pending_updates");
        if (Webhook.Read(call.Arguments) is not { } webhook)
            return await DeleteWebhook.Run(updates, drop);
        var isNew = await updates.Use(webhook, drop);
        AllowedUpdates.Remember(call);
        return Success.True(isNew ? "Webhook was set" : "Webhook is already set");
    }
}
