namespace Lavka.Simulator.OxaPay;

/// <summary>Runs work later by the simulator's clock: expiries, confirmations, redeliveries. Clearing or disposing it drops what is still to come.</summary>
public sealed class Schedule(TimeProvider time, ILogger<Schedule> log) : IDisposable
{
    private CancellationTokenSource _stop = new();

    public void In(TimeSpan delay, Func<CancellationToken, Task> work) => _ = Run(delay, work, _stop.Token);

    public void Clear()
    {
        using var old = Interlocked.Exchange(ref _stop, new());
        old.Cancel();
    }

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private async Task Run(TimeSpan delay, Func<CancellationToken, Task> work, CancellationToken stop)
    {
        try
        {
            if (delay > TimeSpan.Zero)
                await Task.Delay(delay, time, stop);
            await work(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Dropped with everything else that was still to come.
        }
        catch (Exception mistake)
        {
            log.LogError(mistake, "Scheduled work of the OxaPay simulator failed.");
        }
    }
}
