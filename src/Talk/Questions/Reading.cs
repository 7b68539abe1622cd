namespace Lavka.Talk;

/// <summary>What a question makes of an answer: the form it is stored in, or a hint why it does not fit.</summary>
internal abstract record Reading
{
    public sealed record Fits(string Stored) : Reading;

    public sealed record Wrong(Text Why) : Reading;
}
