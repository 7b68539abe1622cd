namespace Lavka.Talk;

/// <summary>
/// One update from a messenger. <paramref name="Id"/> is unique per bot and never compared by size (ids restart after a quiet week);
/// <paramref name="Chat"/> names the lane: what happens in one chat is handled in order.
/// </summary>
public sealed record Inbound(string Id, string Chat, Person From, DateTimeOffset At, Happening What);
