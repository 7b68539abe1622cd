using System.Diagnostics;
using System.Runtime.CompilerServices;
using Shouldly;

namespace Lavka.Kit;

/// <summary>
/// Waits for a condition that other threads bring about, for a minute at most, since a machine may be very busy; then the test fails and says which one did not come.
/// </summary>
public static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    public static Task Holds(Func<bool> condition, [CallerArgumentExpression(nameof(condition))] string what = "") => Holds(() => Task.FromResult(condition()), what);

    public static async Task Holds(Func<Task<bool>> condition, [CallerArgumentExpression(nameof(condition))] string what = "")
    {
        var began = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            if (Stopwatch.GetElapsedTime(began) > Limit) throw new ShouldAssertException($"This did not come about in {Limit.TotalSeconds} s: {what}");
            await Task.Delay(2);
        }
    }

    /// <summary>The result of a task that must end soon.</summary>
    public static Task<T> Ends<T>(Task<T> task) => task.WaitAsync(Limit);

    /// <summary>A task that must end soon.</summary>
    public static Task Ends(Task task) => task.WaitAsync(Limit);
}
