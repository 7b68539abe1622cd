using System.Text.Json.Serialization;

namespace Lavka.Channels.Telegram;

/// <summary>
/// Tells Telegram where to deliver and with which secret. Updates that wait stay; repeating the same call changes nothing.
/// </summary>
public sealed record SetWebhook(string Url) : Method<bool>
{
    public SetWebhook(string url, WebhookSecret secret, int maxConnections) : this(url) => (SecretToken, MaxConnections) = (secret.Value, maxConnections);

    internal override string Name => "setWebhook";

    // Internal, so that printing the record does not show it.
    [JsonInclude]
    internal string? SecretToken { get; }

    /// <summary>1 to 100 connections at a time.</summary>
    public int? MaxConnections { get; }

    public IReadOnlyList<string> AllowedUpdates { get; } = Telegram.AllowedUpdates.List;

    public bool DropPendingUpdates { get; }
}
