using System.Text.Json.Nodes;

namespace Lavka.Simulator.Telegram.Delivery;

/// <summary>An update that is not delivered yet.</summary>
public sealed class PendingUpdate(long id, string kind, long queue, DateTimeOffset expiresAt, JsonNode payload)
{
    public long Id => id;

    public string Kind => kind;

    public long Queue => queue;

    public DateTimeOffset ExpiresAt => expiresAt;

    /// <summary>The whole update, as it goes over the wire.</summary>
    public string Json { get; } = new JsonObject { ["update_id"] = id, [kind] = payload.DeepClone() }.ToJsonString();

    /// <summary>Before this nobody is offered it.</summary>
    public DateTimeOffset NotBefore { get; init; }

    /// <summary>What the webhook's failures have come to.</summary>
    public Backoff Backoff { get; } = new();

    /// <summary>Where it stands among all pending updates; null once it left them.</summary>
    internal LinkedListNode<PendingUpdate>? Place { get; set; }
}
