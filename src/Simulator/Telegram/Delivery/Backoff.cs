using System.Security.Cryptography;

namespace Lavka.Simulator.Telegram.Delivery;

/// <summary>
/// How long Telegram waits before it offers one update again: not at all, then 2, 4, 8 ... seconds, never more than 60 to 120;
/// or as many seconds as the answer asked for, up to an hour (telegram-bot-api, WebhookActor.cpp, on_update_error).
/// </summary>
public sealed class Backoff
{
    private const int ShortestCap = 60;
    private const int LongestCap = 120;
    private const int MostAsked = 3600;

    private int _seconds = 1;

    /// <summary>How often the update was not taken.</summary>
    public int Failures { get; private set; }

    /// <summary>Counts a failure and says how long to wait after it. A wait that was asked for leaves the row of the others where it was.</summary>
    public TimeSpan Fail(int? retryAfter)
    {
        var asked = Math.Clamp(retryAfter ?? 0, 0, MostAsked);
        if (Failures++ == 0 || asked > 0)
            return TimeSpan.FromSeconds(asked);
        _seconds = Math.Min(RandomNumberGenerator.GetInt32(ShortestCap, LongestCap + 1), _seconds * 2);
        return TimeSpan.FromSeconds(_seconds);
    }
}
