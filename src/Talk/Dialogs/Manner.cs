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

    /// <summary>A button of a question that is closed, or of something that cannot be chosen: a short note, and nothing moves.</summary>
    Stale,

    /// <summary>The rest of an album, of which one message has told already: that message changes, and no other comes.</summary>
    More,
}
