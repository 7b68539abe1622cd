namespace Lavka.Simulator.Telegram.Api;

/// <summary>Back to getUpdates; pending updates stay unless asked otherwise.</summary>
public sealed class DeleteWebhook : IMethod
{
    public string Name => "deleteWebhook";

    public IReadOnlyList<string> Fields { get; } = ["drop_pending_updates"];

    public async ValueTask<Success> Run(Call call, CancellationToken cancellationToken)
    {
        var isNew = await call.Bot.Updates.Use(webhook: null);
        if (call.Arguments.Flag("drop_pending_updates"))
            call.Bot.Updates.Forget();
        return Success.True(isNew ? "Webhook was deleted" : "Webhook is already deleted");
    }
}
