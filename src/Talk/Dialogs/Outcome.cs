namespace Lavka.Talk;

/// <summary>What one step of a dialog leads to.</summary>
public abstract record Outcome
{
    private Outcome()
    {
    }

    /// <summary>What the person has just written is to be taken out of the chat: the open question asks for a secret.</summary>
    public bool Erases { get; init; }

    /// <summary>A question is open.</summary>
    public sealed record Asks(DialogState State, Prompt Prompt) : Outcome;

    /// <summary>A work has to be done; meanwhile the chat stays answerable.</summary>
    public sealed record Needs(DialogState State, Prompt Prompt, Work Work) : Outcome;

    /// <summary>The step has to read the store first: run the query, add its value to the looks under the key, step again with the same input.</summary>
    public sealed record Looks(string Key, Func<CancellationToken, Task<object?>> Query) : Outcome;

    /// <summary>Another dialog opens on top, with answers that are given already. When it has ended, this one goes on from the state as it stands.</summary>
    public sealed record Opens(DialogState State, string Dialog, IReadOnlyDictionary<string, string?> Answers) : Outcome;

    public sealed record Done(object Result, Text? Closing) : Outcome;

    public sealed record Cancelled(Text Farewell) : Outcome;

    /// <summary>Nobody answered for too long: the dialog and its answers are gone, and the farewell says so.</summary>
    public sealed record Expired(Text Farewell) : Outcome;
}
