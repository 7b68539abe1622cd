using System.Text.Json.Nodes;
using Lavka.Simulator.Telegram.Delivery;

namespace Lavka.Simulator.Telegram.Api;

/// <summary>Gives pending updates from an offset on and forgets those before it.</summary>
public sealed class GetUpdates : IMethod
{
    public const string MethodName = "getUpdates";

    public string Name => MethodName;

    public IReadOnlyList<string> Fields { get; } = ["offset", "limit", "timeout", "allowed_updates"];

    public async ValueTask<Success> Run(Call call, CancellationToken cancellationToken)
    {
        var (arguments, updates) = (call.Arguments, call.Bot.Updates);
        if (updates.Webhook is not null)
            throw await updates.Poll.Conflict(LongPoll.WebhookIsActive, cancellationToken);
        AllowedUpdates.Remember(call);
        var timeout = TimeSpan.FromSeconds(Math.Clamp(arguments.Integer("timeout") ?? 0, 0, 50));
        var limit = (int)Math.Clamp(arguments.Integer("limit") ?? 100, 1, 100);
        var found = await updates.Poll.Ask(arguments.Integer("offset") ?? 0, limit, timeout, cancellationToken);
        return new Success(new JsonArray([.. found.Select(update => JsonNode.Parse(update.Json))]));
    }
}
