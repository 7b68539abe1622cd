namespace Lavka.Durable;

/// <summary>A row that the messenger took, with the messenger's id of what came of it.</summary>
public sealed record OutboxSent(ChatKey Chat, long Seq, string? MessageId);
