namespace Lavka.Talk;

/// <summary>
/// The buttons of a question whose answer takes several taps or messages. What is there so far is a draft: one string of bounded length, that is kept with the open question
/// and dropped with its answer. A draft of another version that cannot be read counts as none. Nothing but the draft is remembered.
/// </summary>
internal abstract class Board
{
    /// <summary>The draft to begin with, when the question was answered before; null to begin with nothing.</summary>
    public virtual string? Begin(string stored) => null;

    /// <summary>What is there so far, in words.</summary>
    public abstract Text? Told(string? draft);

    public abstract IReadOnlyList<IReadOnlyList<Cell>> Rows(string? draft);

    /// <summary>Null when the button is not offered here any more.</summary>
    public abstract Reading? Pick(string option, string? draft);

    /// <summary>What was written, tidied.</summary>
    public abstract Reading Parse(string typed, string? draft);

    /// <summary>Null when it is nothing that is asked for here.</summary>
    public virtual Reading? Take(Input input, string? draft) => null;
}
