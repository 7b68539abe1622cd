namespace Lavka.Channels.Telegram;

/// <summary>An update that nobody can read, for the dead letters: why, its id when it was found, and its bytes.</summary>
public sealed record Poison(string Why, long? UpdateId, ReadOnlyMemory<byte> Update);
