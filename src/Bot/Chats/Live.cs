namespace Lavka.Bot;

/// <summary>The one message of a chat that a person can act on. <paramref name="Seq"/> is its number in the chat's outbox.</summary>
/// <param name="Seq">The number of the outbox row that sent it.</param>
/// <param name="CanChange">The messenger lets us edit it: it awaits no typed text, asks for no contact or place, and carries no file.</param>
/// <param name="HasKeys">It has buttons that have to go when it is answered.</param>
/// <param name="IsProgress">It only says that something is going on; the next message takes its place.</param>
/// <param name="IsNews">It stands in the chat for good: pressed, it loses its buttons and keeps its text.</param>
/// <param name="Preface">The accepted answer that stands above it, as HTML: it stays when the message turns into something else.</param>
/// <param name="IsRecall">It was shown again because an old button was pressed; until something else happens it is not shown once more.</param>
public sealed record Live(long Seq, bool CanChange, bool HasKeys, bool IsProgress, bool IsNews = false, string? Preface = null, bool IsRecall = false);
