using Lavka.Durable;

namespace Lavka.Bot;

/// <summary>
/// The lines of the chats that were served last: what waits in them, as far as it is known here, goes without a look into the whole outbox. Whenever something does not fit
/// (a chat that is not known, a gap in the numbers, a call that failed, a message whose id is not known) the chat is one to be asked about. Not for use by several threads at once.
/// </summary>
internal sealed class Lines
{
    /// <summary>How much of one line is kept here.</summary>
    public const int Longest = 50;

    private const int Most = 10_000;

    private readonly Dictionary<string, Line> _lines = [];
    private readonly Queue<string> _ready = [];
    private readonly HashSet<string> _asked = [];

    /// <summary>The chats in whose lines somebody stands.</summary>
    public IEnumerable<string> Waiting => _lines.Where(line => line.Value.Waiting.Count > 0).Select(line => line.Key);

    /// <summary>A row just committed stands at the end of its line.</summary>
    public void Join(OutboxEntry entry)
    {
        var chat = entry.Row.Chat.Chat;
        if (!_lines.TryGetValue(chat, out var line)) _asked.Add(chat);
        else if (entry.Row.Seq < line.Next || line.HasMore) return;
        else if (entry.Row.Seq > line.Next || entry.Row.Urgency is Urgency.Bulk) Ask(chat);
        else if (line.Waiting.Count == Longest) line.HasMore = true;
        else Add(chat, line, entry);
    }

    public bool HasAsked => _asked.Count > 0;

    /// <summary>Somebody may stand at the head of a line that nobody is serving, or a chat is to be asked about.</summary>
    public bool HasWork => _ready.Count > 0 || HasAsked;

    /// <summary>The chats of which only the outbox knows what waits.</summary>
    public IReadOnlyList<string> TakeAsked(int most)
    {
        if (_asked.Count == 0) return [];
        var chats = _asked.Take(most).ToList();
        _asked.ExceptWith(chats);
        return chats;
    }

    /// <summary>What the outbox tells of a chat. False when bulk stands first: its turn comes when nothing else can go, and only the whole outbox knows when that is.</summary>
    public bool Fill(string chat, IReadOnlyList<OutboxEntry> waiting)
    {
        if (waiting.Count == 0) return true;
        if (waiting[0].Row.Urgency is Urgency.Bulk) return false;
        if (_lines.Count >= Most) Forget();
        var line = _lines[chat] = new Line { Next = waiting[0].Row.Seq };
        foreach (var entry in waiting.TakeWhile(entry => entry.Row.Urgency is Urgency.Interactive && entry.Row.Seq == line.Next)) Add(chat, line, entry);
        line.HasMore = !waiting[^1].IsLast || line.Waiting.Count < waiting.Count;
        return true;
    }

    /// <summary>The next entry that may go: the head of a line that nobody is serving; null when there is none.</summary>
    public OutboxEntry? Next()
    {
        while (_ready.TryDequeue(out var chat))
        {
            if (!_lines.TryGetValue(chat, out var line) || line.IsServed || !line.Waiting.TryPeek(out var head)) continue;
            if (head is not { Target: null, Row: { EditsSeq: { } edited, EditsMessage: null } }) return head;
            if (line.Sent.GetValueOrDefault(edited) is { } target) return head with { Target = target };
            Ask(chat);
        }
        return null;
    }

    /// <summary>It could not go after all and stays at the head of its line.</summary>
    public void GiveBack(OutboxEntry entry)
    {
        if (IsHead(entry)) _ready.Enqueue(entry.Row.Chat.Chat);
    }

    /// <summary>A chat whose head could not go for a while may go on.</summary>
    public void GoOn(string chat)
    {
        if (_lines.TryGetValue(chat, out var line) && line.Waiting.Count > 0) _ready.Enqueue(chat);
        else Ask(chat);
    }

    public void Begin(OutboxEntry entry)
    {
        var chat = entry.Row.Chat.Chat;
        if (IsHead(entry)) _lines[chat].Waiting.Dequeue();
        else
        {
            if (_lines.Count >= Most) Forget();
            _lines[chat] = new Line { Next = entry.Row.Seq + 1, HasMore = !entry.IsLast };
        }
        _lines[chat].IsServed = true;
    }

    /// <summary>What came of it is on record: the messenger's id of the message, or null when it was not sent.</summary>
    public void End(OutboxEntry entry, string? sent)
    {
        var chat = entry.Row.Chat.Chat;
        if (!_lines.TryGetValue(chat, out var line) || sent is null)
        {
            Ask(chat);
            return;
        }
        line.IsServed = false;
        line.Stands(entry.Row.EditsSeq ?? entry.Row.Seq, sent);
        if (line.Waiting.Count > 0) _ready.Enqueue(chat);
        else if (line.HasMore) Ask(chat);
    }

    private bool IsHead(OutboxEntry entry) =>
        _lines.TryGetValue(entry.Row.Chat.Chat, out var line) && line.Waiting.TryPeek(out var head) && head.Row.Seq == entry.Row.Seq;

    private void Add(string chat, Line line, OutboxEntry entry)
    {
        line.Next++;
        line.Waiting.Enqueue(entry);
        if (line is { IsServed: false, Waiting.Count: 1 }) _ready.Enqueue(chat);
    }

    private void Ask(string chat)
    {
        _lines.Remove(chat);
        _asked.Add(chat);
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

        /// <summary>More waits behind than is kept here.</summary>
        public bool HasMore { get; set; }

        /// <summary>
        /// The messenger's ids of the last messages, by the numbers of the rows that sent them. Not those that the store remembers: here one is called with, and between two runs of a
        /// sender another program's may have moved what it said.
        /// </summary>
        public Dictionary<long, string> Sent { get; } = [];

        public void Stands(long seq, string message)
        {
            if (!Sent.ContainsKey(seq)) _order.Enqueue(seq);
            Sent[seq] = message;
            if (_order.Count > Remembered) Sent.Remove(_order.Dequeue());
        }
    }
}
