using Lavka.Simulator.Telegram.Delivery;

namespace Lavka.Simulator.Telegram.Api;

/// <summary>Back to getUpdates; pending updates stay unless asked otherwise.</summary>
public sealed class DeleteWebhook : IMethod
{
    public string Name => "deleteWebhook";

    public IReadOnlyList<string> Fields { get; } = ["drop_pending_updates"];

    public async ValueTask<Success> Run(Call call, CancellationToken cancellationToken) =>
        await Run(call.Bot.Updates, call.Arguments.Flag("drop_pending_updates"));

    internal static async ValueTask<Success> Run(UpdateDelivery updates, bool drop) =>
        Success.True(await updates.UseNone(drop) ? "Webhook was deleted" : "Webhook is already deleted");
}
