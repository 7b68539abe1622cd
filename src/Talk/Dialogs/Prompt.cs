namespace Lavka.Talk;

/// <summary>What a dialog shows: the view of the open question, and how it follows the last one.</summary>
public sealed record Prompt(string Key, View View, Manner Manner)
{
    /// <summary>What the closed question turns into: "✅ City: Riga". Null leaves its text as it was.</summary>
    public Text? Closing { get; init; }

    /// <summary>A short note beside the pressed button, at most 200 characters.</summary>
    public Text? Note { get; init; }

    /// <summary>Why the input did not fit; it stands above the question in the view already.</summary>
    public Text? Hint { get; init; }
}
