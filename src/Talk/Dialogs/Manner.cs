namespace Lavka.Talk;

/// <summary>How a prompt follows what the person sees.</summary>
public enum Manner
{
    /// <summary>Shown anew at the end of the chat.</summary>
    Fresh,

    /// <summary>An answer was accepted: the old question is closed with it and the next one follows.</summary>
    Next,

    /// <summary>The same message shows something else: a page of the review, the question before.</summary>
    Turn,

    /// <summary>The input did not fit: the question stands, with a hint.</summary>
    Hint,

    /// <summary>A button of a question that is closed: a short note, and nothing moves.</summary>
    Stale,
}
