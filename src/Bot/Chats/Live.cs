namespace Lavka.Bot;

/// <summary>The one message of a chat that a person can act on. <paramref name="Seq"/> is its number in the chat's outbox.</summary>
/// <param name="Seq">The number of the outbox row that sent it.</param>
/// <param name="CanChange">The messenger lets us edit it: it awaits no typed text, asks for no contact or place, and carries no file.</param>
/// <param name="HasKeys">It has buttons that have to go when it is answered.</param>
/// <param name="IsProgress">It only says that something is going on; the next message takes its place.</param>
/// <param name="IsNews">It stands in the chat for good: pressed, it loses its buttons and keeps its text.</param>
public sealed record Live(long Seq, bool CanChange, bool HasKeys, bool IsProgress, bool IsNews = false);
