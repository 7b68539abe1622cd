using Lavka.Durable;

namespace Lavka.Bot;

/// <summary>
/// The lines of the chats that were served last, as far as they are known to their end: what joins such a line can go without a look into the outbox. Whenever something
/// does not fit (a gap in the numbers, a call that failed, a message whose id is not known) the line is forgotten and the outbox is asked. Not for use by several threads at once.
/// </summary>
internal sealed class Lines
{
    private const int Most = 10_000;
    private const int Longest = 50;

    private readonly Dictionary<string, Line> _lines = [];
    private readonly Queue<string> _ready = [];

    /// <summary>A row just committed stands at the end of its line. False when the outbox has to be asked about its chat.</summary>
    public bool Join(OutboxEntry entry)
    {
        var chat = entry.Row.Chat.Chat;
        if (!_lines.TryGetValue(chat, out var line)) return false;
        if (entry.Row.Seq < line.Next) return true;
        if (entry.Row.Seq > line.Next || entry.Row.Urgency is not Urgency.Interactive || line.Waiting.Count == Longest)
        {
            _lines.Remove(chat);
            return false;
        }
        line.Next++;
        line.Waiting.Enqueue(entry);
        if (line is { IsServed: false, Waiting.Count: 1 }) _ready.Enqueue(chat);
        return true;
    }

    /// <summary>The next entry that may go: the head of a line that nobody is serving. False when there is one, but the outbox has to be asked about it.</summary>
    public bool TryNext(out OutboxEntry? next)
    {
        next = null;
        while (_ready.TryDequeue(out var chat))
        {
            if (!_lines.TryGetValue(chat, out var line) || line.IsServed || !line.Waiting.TryPeek(out var head)) continue;
            next = head.Row is { EditsSeq: { } edited, EditsMessage: null } ? line.Sent.GetValueOrDefault(edited) is { } target ? head with { Target = target } : null : head;
            if (next is not null) return true;
            _lines.Remove(chat);
            return false;
        }
        return true;
    }

    /// <summary>It could not go after all and stays at the head of its line.</summary>
    public void GiveBack(OutboxEntry entry) => _ready.Enqueue(entry.Row.Chat.Chat);

    /// <summary>The chats in whose lines somebody stands.</summary>
    public IEnumerable<string> Waiting => _lines.Where(line => line.Value.Waiting.Count > 0).Select(line => line.Key);

    /// <summary>It stands at the head of its line.</summary>
    public bool Has(OutboxEntry entry) =>
        _lines.TryGetValue(entry.Row.Chat.Chat, out var line) && line.Waiting.TryPeek(out var head) && head.Row.Seq == entry.Row.Seq;

    public void Begin(OutboxEntry entry)
    {
        var chat = entry.Row.Chat.Chat;
        if (Has(entry)) _lines[chat].Waiting.Dequeue();
        else if (entry is { IsLast: true, Row.Urgency: Urgency.Interactive })
        {
            if (_lines.Count >= Most) Forget();
            _lines[chat] = new Line { Next = entry.Row.Seq + 1 };
        }
        else _lines.Remove(chat);
        if (_lines.TryGetValue(chat, out var line)) line.IsServed = true;
    }

    /// <summary>What came of it is on record. False when the outbox has to be asked what comes next in its chat.</summary>
    public bool End(OutboxEntry entry, string? sent)
    {
        var chat = entry.Row.Chat.Chat;
        if (!_lines.TryGetValue(chat, out var line)) return false;
        if (sent is null)
        {
            _lines.Remove(chat);
            return false;
        }
        line.IsServed = false;
        line.Stands(entry.Row.EditsSeq ?? entry.Row.Seq, sent);
        if (line.Waiting.Count > 0) _ready.Enqueue(chat);
        return true;
    }

    private void Forget()
    {
        foreach (var (chat, line) in _lines)
            if (line is { IsServed: false, Waiting.Count: 0 }) _lines.Remove(chat);
    }

    private sealed class Line
    {
        private const int Remembered = 4;

        private readonly Queue<long> _order = [];

        /// <summary>The number that the next row has to have.</summary>
        public required long Next { get; set; }

        public Queue<OutboxEntry> Waiting { get; } = [];

        public bool IsServed { get; set; }

        /// <summary>The messenger's ids of the last messages, by the numbers of the rows that sent them.</summary>
        public Dictionary<long, string> Sent { get; } = [];

        public void Stands(long seq, string message)
        {
            if (!Sent.ContainsKey(seq)) _order.Enqueue(seq);
            Sent[seq] = message;
            if (_order.Count > Remembered) Sent.Remove(_order.Dequeue());
        }
    }
}
