namespace Lavka.Durable;

/// <summary>
/// A chat as it is stored. <paramref name="State"/> is the text of whoever runs the conversation; <paramref name="Version"/> grows by one with every saved state;
/// <paramref name="UnreachableSince"/> is set while the person cannot be written to.
/// </summary>
public sealed record ChatRow(ChatKey Key, long Version, string State, DateTimeOffset? UnreachableSince);
