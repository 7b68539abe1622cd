namespace Lavka.Talk;

/// <summary>What a question makes of an answer: the form it is stored in, a part of it, or a hint why it does not fit.</summary>
internal abstract record Reading
{
    public sealed record Fits(string Stored) : Reading;

    /// <summary>The answer is not whole yet: the question stands, with what is there so far. <paramref name="Why"/> hints at what of it was not taken.</summary>
    public sealed record Drafts(string Draft, Text? Why = null) : Reading;

    public sealed record Wrong(Text Why) : Reading;

    /// <summary>A pressed button that cannot be chosen: a short note beside it, and nothing moves.</summary>
    public sealed record Refuses(Text Note) : Reading;
}
