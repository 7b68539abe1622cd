namespace Lavka.Channels.Telegram;

/// <summary>
/// Where Telegram delivers and how it goes; <see cref="Url"/> is empty when the bot is polled. The secret is not told.
/// <see cref="LastErrorDate"/> is in Unix seconds.
/// </summary>
public sealed record WebhookInfo(
    string Url,
    int PendingUpdateCount,
    long? LastErrorDate = null,
    string? LastErrorMessage = null,
    int? MaxConnections = null,
    IReadOnlyList<string>? AllowedUpdates = null);
