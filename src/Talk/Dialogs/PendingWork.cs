namespace Lavka.Talk;

/// <summary>A work whose result is not there yet, or was a refusal.</summary>
internal sealed record PendingWork(string Key, string Name, Text Waiting, Func<string, CancellationToken, Task<string>> Job)
{
    public Text? Refusal { get; init; }

    /// <summary>The idempotency key: the same after a crash, another one whenever the dialog begins to wait for it.</summary>
    public string KeyIn(DialogState state) => $"{state.Id}/{Key}/{state.Redo}";
}
