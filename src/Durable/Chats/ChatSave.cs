namespace Lavka.Durable;

/// <summary>What a turn made of the version of a chat that it began with, 0 when there was no row; and what it says.</summary>
public sealed record ChatSave(ChatKey Key, long Version, string State, IReadOnlyList<OutboxRow> Rows);
