namespace Lavka.Talk;

/// <summary>A view in one language, ready for a messenger and for the outbox: plain data. The text is HTML with the marks b, i and code only.</summary>
public sealed record Message(string Html, IReadOnlyList<IReadOnlyList<Key>> Rows)
{
    public bool AwaitsText { get; init; }

    public string? Placeholder { get; init; }

    /// <summary>What is asked for by a button of the messenger's own; null for nothing.</summary>
    public Wanted? Wants { get; init; }

    /// <summary>What that button says.</summary>
    public string? WantsLabel { get; init; }

    /// <summary>The buttons that an earlier message put in the place of the keyboard are taken away.</summary>
    public bool EndsWish { get; init; }

    public Attachment? File { get; init; }

    /// <summary>2 to 10 files that are shown together, with the text under them; null for none. Such a message has no buttons and is never changed.</summary>
    public IReadOnlyList<Attachment>? Album { get; init; }
}
