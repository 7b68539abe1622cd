using System.Diagnostics;

namespace Lavka.Bench;

/// <summary>Waits for a condition.</summary>
internal static class Until
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(2);

    /// <summary>False when it did not come true in time.</summary>
    public static async Task<bool> True(Func<bool> condition, TimeSpan atMost, CancellationToken ct)
    {
        for (var begun = Stopwatch.GetTimestamp(); !condition();)
        {
            if (Stopwatch.GetElapsedTime(begun) > atMost) return false;
            await Task.Delay(Glance, TimeProvider.System, ct);
        }
        return true;
    }
}
