namespace Lavka.Simulator.Telegram.Chat;

/// <summary>The message to which the next text is a reply.</summary>
public sealed record ForceReplyView(int MessageId, string? Placeholder);
