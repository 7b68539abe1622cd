namespace Lavka.Talk;

/// <summary>A view in one language, ready for a messenger and for the outbox: plain data. The text is HTML with the marks b, i and code only.</summary>
public sealed record Message(string Html, IReadOnlyList<IReadOnlyList<Key>> Rows)
{
    public bool AwaitsText { get; init; }

    public string? Placeholder { get; init; }

    public Attachment? File { get; init; }
}
