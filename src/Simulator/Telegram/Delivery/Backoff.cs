using System.Security.Cryptography;

namespace Lavka.Simulator.Telegram.Delivery;

/// <summary>How long Telegram waits before it offers an update again: not at all, then 2, 4, 8 ... seconds, never more than 60 to 120.</summary>
public static class Backoff
{
    private const int ShortestCap = 60;
    private const int LongestCap = 120;
    private static readonly TimeSpan MostAsked = TimeSpan.FromHours(1);

    /// <summary>The wait after a number of failures, unless the answer asked for another; an hour at most is granted.</summary>
    public static TimeSpan After(int failures, TimeSpan? retryAfter)
    {
        if (retryAfter is { } asked && asked > TimeSpan.Zero)
            return asked < MostAsked ? asked : MostAsked;
        if (failures <= 1)
            return TimeSpan.Zero;
        var cap = RandomNumberGenerator.GetInt32(ShortestCap, LongestCap + 1);
        return TimeSpan.FromSeconds(Math.Min(Math.Pow(2, failures - 1), cap));
    }
}
