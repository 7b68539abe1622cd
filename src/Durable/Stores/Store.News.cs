using System.Collections.Concurrent;

namespace Lavka.Durable;

/// <summary>The part of a store that tells this program what was committed. News are a convenience: whoever misses one finds the same in the tables.</summary>
public sealed partial class Store
{
    private readonly ConcurrentDictionary<BotId, Tray> _trays = [];
    private Action<ChatKey>? _recalled;
    private Action<string>? _asked;

    /// <summary>Beats when a commit brought jobs.</summary>
    public Pulse NewJobs { get; } = new();

    /// <summary>Beats when a commit brought rows of the outbox that lie in no tray, of whatever bot.</summary>
    public Pulse NewMail { get; } = new();

    /// <summary>What this program's senders sent last.</summary>
    internal SentMessages Sent { get; } = new();

    /// <summary>Beats when a commit of this very program brought either.</summary>
    internal Pulse OwnNews { get; } = new();

    /// <summary>Opens the tray of a bot, for the one sender that it has here; <paramref name="news"/> beats when something new lies in it.</summary>
    /// <exception cref="InvalidOperationException">It is open already.</exception>
    public Tray OpenTray(BotId bot, Pulse news)
    {
        var tray = new Tray(news, () => _trays.TryRemove(bot, out _));
        return _trays.TryAdd(bot, tray) ? tray : throw new InvalidOperationException($"{bot} has a sender already.");
    }

    internal void MailCommitted(IReadOnlyList<OutboxRow> rows, DateTimeOffset at)
    {
        Tray? tray = null;
        var isElsewhere = false;
        foreach (var row in rows)
        {
            if (!_trays.TryGetValue(row.Chat.Bot, out var open))
            {
                isElsewhere = true;
                continue;
            }
            if (tray is not null && tray != open) tray.Tell();
            tray = open;
            tray.Put(new OutboxEntry(row, row.EditsMessage, 1, at));
        }
        tray?.Tell();
        if (isElsewhere) MailCommitted();
    }

    /// <summary>From now on it is told of chats that somebody changed so that no program may go on with what it remembers of them (<see cref="Chats.Recall"/>). It must be quick.</summary>
    public void WhenRecalled(Action<ChatKey> forget) => _recalled += forget;

    /// <summary>From now on it is told the text of every statement, without its values, before it is run. It must be quick.</summary>
    public void WhenAsked(Action<string> hear) => _asked += hear;

    internal void Asked(string sql) => _asked?.Invoke(sql);

    internal void Recall(ChatKey chat) => _recalled?.Invoke(chat);

    internal void MailCommitted()
    {
        NewMail.Beat();
        OwnNews.Beat();
    }

    internal void JobsCommitted()
    {
        NewJobs.Beat();
        OwnNews.Beat();
    }
}
