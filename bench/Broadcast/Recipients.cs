using System.Text.Json;
using Lavka.Bench.Load;
using Lavka.Durable;
using Lavka.Talk;

namespace Lavka.Bench.Broadcast;

/// <summary>
/// Those to whom a message goes that nobody waits for: each gets it once, or has blocked the bot (one of twenty), or the Bot API breaks at the first call (one of a thousand).
/// More than the allowed rate is refused, as Telegram does; what the bot says to others counts towards it.
/// </summary>
internal sealed class Recipients(long first, int count)
{
    public const int PerSecond = 1000;

    private const string News = "News for you";
    private static readonly long Second = TimeSpan.TicksPerSecond;

    private readonly Lock _lock = new();
    private readonly bool[] _called = new bool[count];
    private readonly HashSet<long> _broken = [];
    private readonly Queue<long> _taken = [];

    private long _last;

    /// <summary>Calls for blocked ones, too: they count for Telegram.</summary>
    public int Called { get; private set; }

    /// <summary>All messages of the bot, those to others included.</summary>
    public int Taken { get; private set; }

    public int TooMany { get; private set; }

    public int Doubled { get; private set; }

    public int Missed => _called.Count(called => !called);

    /// <summary>Nothing came for ten seconds, which is longer than what failed once is put off.</summary>
    public bool IsOver => TimeProvider.System.GetUtcNow().Ticks - Interlocked.Read(ref _last) > 10 * Second;

    /// <summary>Puts the message for each of them into the outbox.</summary>
    public static async Task Write(string database, string bot, long first, int count, CancellationToken ct)
    {
        var body = JsonSerializer.Serialize(new Message(News, []), MessageJson.Default.Message);
        await using var store = Store.Open(database, TimeProvider.System);
        await store.Write((tx, stop) => tx.Sql("""
            with recursive numbers (number) as (select @first union all select number + 1 from numbers where number < @last)
            insert into outbox (bot, chat, seq, act, body, urgency, rush, state, added_at, due_at)
            select @bot, cast(number as text), 1, 'Say', @body, 'Bulk', 0, 'Waiting', @now, @now from numbers
            """, ("first", first), ("last", first + count - 1), ("bot", bot), ("body", body), ("now", tx.Now)).Run(stop), ct);
    }

    /// <summary>Null when the message is taken, as it always is when somebody waits for it.</summary>
    public Refusal? Refused(SaidMessage message)
    {
        var at = message.Chat - first;
        lock (_lock)
        {
            var now = TimeProvider.System.GetUtcNow().Ticks;
            while (_taken.TryPeek(out var oldest) && now - oldest >= Second) _taken.Dequeue();
            var isOurs = at >= 0 && at < count;
            // A call takes a moment to arrive, on a busy machine up to some fifty milliseconds: two that were made a second apart may come closer.
            if (isOurs && _taken.Count >= PerSecond * 1.05)
            {
                TooMany++;
                return Refusal.TooManyRequests;
            }
            Taken++;
            _taken.Enqueue(now);
            if (!isOurs) return null;
            Interlocked.Exchange(ref _last, now);
            if (at % 1000 == 999 && _broken.Add(at)) return Refusal.Broken;
            Called++;
            if (_called[at]) Doubled++;
            _called[at] = true;
            return at % 20 == 19 ? Refusal.Blocked : null;
        }
    }
}
