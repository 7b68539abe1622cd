using Lavka.Simulator.Telegram.Delivery;

namespace Lavka.Simulator.Telegram.Api;

/// <summary>Updates go to an address from now on. The same settings again change nothing; pending updates stay unless asked otherwise.</summary>
public sealed class SetWebhook : IMethod
{
    public string Name => "setWebhook";

    public IReadOnlyList<string> Fields { get; } = ["url", "ip_address", "max_connections", "allowed_updates", "drop_pending_updates", "secret_token"];

    public async ValueTask<Success> Run(Call call, CancellationToken cancellationToken)
    {
        var updates = call.Bot.Updates;
        var webhook = Webhook.Read(call.Arguments);
        AllowedUpdates.Remember(call);
        var isNew = await updates.Use(webhook);
        if (call.Arguments.Flag("drop_pending_updates"))
            updates.Forget();
        return Success.True((webhook, isNew) switch
        {
            (null, true) => "Webhook was deleted",
            (null, false) => "Webhook is already deleted",
            (_, true) => "Webhook was set",
            (_, false) => "Webhook is already set",
        });
    }
}
