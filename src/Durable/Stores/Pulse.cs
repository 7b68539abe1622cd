namespace Lavka.Durable;

/// <summary>
/// Wakes the loops that work off rows. A loop takes <see cref="Next"/> before it looks into the store and waits for it only when there was nothing to do,
/// so no beat is lost between the look and the wait.
/// </summary>
public sealed class Pulse
{
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes at the next beat.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    public void Beat() => Interlocked.Exchange(ref _next, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();

    /// <summary>Returns when the beat came, and after <paramref name="atMost"/> at the latest.</summary>
    public static async Task Wait(Task beat, TimeSpan atMost, TimeProvider clock, CancellationToken ct)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
        await Task.WhenAny(beat, Task.Delay(atMost, clock, over.Token));
        await over.CancelAsync();
        ct.ThrowIfCancellationRequested();
    }
}
