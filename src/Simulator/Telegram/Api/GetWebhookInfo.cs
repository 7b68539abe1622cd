using System.Text.Json;
using Lavka.Simulator.Telegram.Wire;

namespace Lavka.Simulator.Telegram.Api;

/// <summary>Where updates go, how many wait, and what went wrong last.</summary>
public sealed class GetWebhookInfo : IMethod
{
    public string Name => "getWebhookInfo";

    public IReadOnlyList<string> Fields => [];

    public ValueTask<Success> Run(Call call, CancellationToken cancellationToken)
    {
        var updates = call.Bot.Updates;
        var info = new WireWebhookInfo(updates.Webhook?.Url ?? "", HasCustomCertificate: false, updates.Pending.Count)
        {
            MaxConnections = updates.Webhook?.MaxConnections,
            AllowedUpdates = updates.Allowed is { Count: > 0 } allowed ? allowed : null,
            LastErrorDate = updates.LastError?.At.ToUnixTimeSeconds(),
            LastErrorMessage = updates.LastError?.Reason,
        };
        return new(new Success(JsonSerializer.SerializeToNode(info, WireJson.Default.WireWebhookInfo)!));
    }
}
