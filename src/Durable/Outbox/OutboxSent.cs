namespace Lavka.Durable;

/// <summary>A row that the messenger took, with the messenger's id of what came of it and the number of calls whose end nobody knows.</summary>
public sealed record OutboxSent(ChatKey Chat, long Seq, string? MessageId, int Doubts);
