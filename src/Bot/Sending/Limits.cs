using Lavka.Durable;
using Lavka.Talk;

namespace Lavka.Bot;

/// <summary>
/// What the messenger allows one bot: new messages in all, as far as bulk is concerned, and in each chat. A chat that has had all it may get for now rests until its time comes,
/// and holds up nobody else. An edit, an erasure and the answer to a press are no messages sent: they are neither counted nor held back.
/// </summary>
internal sealed class Limits(SenderOptions options, TimeProvider clock)
{
    // A fiftieth of a second's: the outbox is looked into so often at most, and the bot is behind its allowance by so little.
    private readonly int _together = Math.Max(1, options.BulkPerSecond / 50);
    private readonly Lock _lock = new();
    private readonly Window _all = new(options.BulkPerSecond, TimeSpan.FromSeconds(1), clock);
    private readonly ChatPace _chats = new(options.ChatBurst, clock);
    private readonly HashSet<string> _resting = [];
    private readonly PriorityQueue<string, long> _ends = new();

    public IReadOnlyList<string> Resting
    {
        get
        {
            lock (_lock) return [.. _resting];
        }
    }

    /// <summary>How long until the first chat that rests may go on; null when none rests.</summary>
    public TimeSpan? Rest
    {
        get
        {
            lock (_lock) return Next() is { } next ? next > TimeSpan.Zero ? next : TimeSpan.Zero : null;
        }
    }

    /// <summary>The chats whose time has come; they rest no more.</summary>
    public IReadOnlyList<string> TakeRested()
    {
        var rested = new List<string>();
        lock (_lock)
        {
            while (Next() <= TimeSpan.Zero)
            {
                rested.Add(_ends.Dequeue());
                _resting.Remove(rested[^1]);
            }
        }
        return rested;
    }

    /// <summary>Whether its chat has to rest, with whatever waits in it.</summary>
    public bool HoldsBack(OutboxEntry entry)
    {
        if (!IsNew(entry)) return false;
        var chat = entry.Row.Chat.Chat;
        lock (_lock)
        {
            if (_chats.Wait(chat) is var wait && wait <= TimeSpan.Zero) return false;
            if (_resting.Add(chat)) _ends.Enqueue(chat, clock.GetTimestamp() + (long)Math.Ceiling(wait.TotalSeconds * clock.TimestampFrequency));
            return true;
        }
    }

    /// <summary>How long bulk has to wait for the bot's allowance; null when it may go. What somebody waits for, or waits behind, never has to.</summary>
    public TimeSpan? Wait(OutboxEntry entry)
    {
        if (!entry.IsBulk) return null;
        lock (_lock) return _all.WaitFor(_together) is var wait && wait > TimeSpan.Zero ? wait : null;
    }

    /// <summary>It goes out now.</summary>
    public void Count(OutboxEntry entry)
    {
        if (IsNew(entry)) Count(entry.Row.Chat.Chat, 1);
    }

    /// <summary>So many new messages go out now, whether or not they keep within the limits: what is too much makes the next one wait longer.</summary>
    public void Count(string chat, int messages)
    {
        lock (_lock)
        {
            _all.Add(messages);
            _chats.Add(chat, messages);
        }
    }

    private static bool IsNew(OutboxEntry entry) => entry.Row.Act == nameof(Act.Say);

    private TimeSpan? Next() => _ends.TryPeek(out _, out var end) ? clock.GetElapsedTime(clock.GetTimestamp(), end) : null;
}
