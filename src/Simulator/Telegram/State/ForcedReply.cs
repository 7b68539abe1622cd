namespace Lavka.Simulator.Telegram.State;

/// <summary>The message to which the person's next text is a reply.</summary>
public sealed record ForcedReply(int MessageId, string? Placeholder);
