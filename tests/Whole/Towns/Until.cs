using System.Diagnostics;
using System.Runtime.CompilerServices;
using Shouldly;

namespace Lavka.Whole;

/// <summary>Waits for something that other programs bring about: a minute at most, since a host starts slowly on a busy machine.</summary>
public static class Until
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>The first value that is there.</summary>
    public static Task<T> Found<T>(Func<Task<T?>> look, Func<Task<string>> what) where T : class => Found(look, what, Limit);

    /// <summary>The same for what takes longer than everything else.</summary>
    public static Task True(Func<Task<bool>> condition, TimeSpan limit, [CallerArgumentExpression(nameof(condition))] string what = "") =>
        Found(async () => await condition() ? "" : null, () => Task.FromResult(what), limit);

    public static Task True(Func<Task<bool>> condition, [CallerArgumentExpression(nameof(condition))] string what = "") => True(condition, Limit, what);

    private static async Task<T> Found<T>(Func<Task<T?>> look, Func<Task<string>> what, TimeSpan limit) where T : class
    {
        for (var began = Stopwatch.GetTimestamp(); ; await Task.Delay(Pause))
        {
            if (await look() is { } found) return found;
            if (Stopwatch.GetElapsedTime(began) > limit) throw new ShouldAssertException($"This did not come about in {limit.TotalSeconds} s: {await what()}");
        }
    }
}
