namespace Lavka.Durable;

/// <summary>
/// The messenger's ids of what this program's senders sent last, at most 20,000, so that neither a press nor an edit has to look them up. That a row was sent stays true for ever.
/// What it said may come to stand in another message (<see cref="Outbox.Move"/>), by another program's sender too: an id counts only when the messenger names the same one.
/// </summary>
internal sealed class SentMessages
{
    private readonly Lock _lock = new();
    private readonly Recent<(ChatKey Chat, long Seq), string> _ids = new(half: 10_000);

    /// <summary>Null when it was not sent here, or not lately.</summary>
    public string? IdOf(ChatKey chat, long seq)
    {
        lock (_lock) return _ids.TryFind((chat, seq), out var id) ? id : null;
    }

    public void Keep(ChatKey chat, long seq, string messageId)
    {
        lock (_lock) _ids.Keep((chat, seq), messageId);
    }
}
