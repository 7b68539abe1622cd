namespace Lavka.Talk;

/// <summary>
/// One call to a messenger. <paramref name="Target"/> is the messenger's id of the message to change or erase, null for a new one;
/// <paramref name="Content"/> are the bytes of the message's file, empty when it has none.
/// </summary>
public sealed record Dispatch(string Chat, Act Act, Message Message, string? Target, ReadOnlyMemory<byte> Content)
{
    /// <summary>The bytes of the album's files, in their order; empty when the message has no album.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Contents { get; init; } = [];

    /// <summary>The messenger may take a fee for it, so that more of them go in a second than go for nothing.</summary>
    public bool MayCost { get; init; }
}
