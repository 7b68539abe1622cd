namespace Lavka.Durable;

/// <summary>
/// The store cannot work just now, through no mistake of the caller: nothing of his transaction counts and he may try again later (a webhook answers 503).
/// The message names the cure. Only when the disk failed in the very act of committing can the transaction turn up after a restart;
/// repetition is harmless then, because updates, jobs and postings carry their keys.
/// </summary>
public sealed class StoreFault(StoreFaultKind kind, string message, Exception? cause = null) : Exception(message, cause)
{
    public StoreFaultKind Kind { get; } = kind;
}
