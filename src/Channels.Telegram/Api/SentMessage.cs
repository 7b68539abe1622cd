namespace Lavka.Channels.Telegram;

/// <summary>A message that Telegram has; the id is unique within its chat.</summary>
public sealed record SentMessage(long MessageId);
