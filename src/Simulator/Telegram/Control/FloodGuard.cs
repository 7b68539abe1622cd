using System.Collections.Concurrent;

namespace Lavka.Simulator.Telegram.Control;

/// <summary>
/// The Bot API server's own guards: more than 310 messages under way in one chat, or more than 1,000 calls of one bot under way, are held for three seconds
/// and refused for a minute (telegram-bot-api, Client.cpp, fail_query_flood_limit_exceeded).
/// </summary>
public sealed class FloodGuard(TimeProvider time)
{
    private const int MostInChat = 310;
    private const int MostCalls = 1000;
    private static readonly TimeSpan Held = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan KeepAway = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<(long Bot, long? Chat), int> _underWay = new();

    /// <summary>Runs a call that may pass; a sending one names its chat.</summary>
    public async Task<T> Pass<T>(long bot, long? sendsTo, Func<Task<T>> call, CancellationToken cancellationToken)
    {
        var calls = Change((bot, null), +1);
        var inChat = sendsTo is null ? 0 : Change((bot, sendsTo), +1);
        try
        {
            if (calls <= MostCalls && inChat <= MostInChat)
                return await call();
            await Task.Delay(Held, time, cancellationToken);
            throw RefusedException.TooManyRequests(KeepAway);
        }
        finally
        {
            Change((bot, null), -1);
            if (sendsTo is not null)
                Change((bot, sendsTo), -1);
        }
    }

    private int Change((long Bot, long? Chat) of, int by) => _underWay.AddOrUpdate(of, by, (_, count) => count + by);
}
