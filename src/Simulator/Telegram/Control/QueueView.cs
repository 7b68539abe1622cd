namespace Lavka.Simulator.Telegram.Control;

/// <summary>What waits for a bot, in order, and what went wrong last.</summary>
public sealed record QueueView(IReadOnlyList<PendingView> Pending, string? WebhookUrl, string? LastError, long? LastErrorAt);
