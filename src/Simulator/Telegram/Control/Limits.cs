using System.Collections.Concurrent;

namespace Lavka.Simulator.Telegram.Control;

/// <summary>
/// Telegram's limits for messages that a bot sends: about one a second in a chat with a burst of twenty, thirty a second in all. Edits, answers to presses and
/// deletions are free; an album counts as its messages.
/// </summary>
public sealed class Limits(TimeProvider time)
{
    private const int ChatBurst = 20;
    private const int BulkRate = 30;

    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<(long Bot, long? Chat), Allowance> _allowances = new();
    private SendingLimits _limits = new();

    public SendingLimits Now
    {
        get
        {
            lock (_gate)
                return _limits;
        }
    }

    /// <summary>Other limits from now on; what was sent before is forgotten.</summary>
    public void Set(SendingLimits limits)
    {
        lock (_gate)
        {
            _limits = limits;
            _allowances.Clear();
        }
    }

    /// <summary>Throws 429 when the messages are too many.</summary>
    public void Count(long bot, long? chat, int messages)
    {
        lock (_gate)
        {
            var wait = (_limits.PerChat ? Of(bot, chat, perSecond: 1, ChatBurst).Take(messages) : null)
                ?? (_limits.Bulk ? Of(bot, chat: null, BulkRate, BulkRate).Take(messages) : null);
            if (wait is { } seconds)
                throw RefusedException.TooManyRequests(seconds);
        }
    }

    private Allowance Of(long bot, long? chat, double perSecond, int burst) => _allowances.GetOrAdd((bot, chat), _ => new Allowance(perSecond, burst, time));
}
