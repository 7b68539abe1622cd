using Lavka.Commerce;
using Lavka.Durable;

namespace Lavka.Host;

/// <summary>
/// Everything that goes on beside the web server: this node's life among the others, the worker, and, one node for each, the bots and the daily pruning. Asked to stop, it closes
/// the doors and finishes what is under way while the web server still answers.
/// </summary>
public sealed class Works(IReadOnlyList<RunningShop> shops, Worker worker, Node node, Store store, Doors doors, TimeProvider clock, ILogger<Works> log)
    : BackgroundService, IHostedLifecycleService
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private IReadOnlyList<(string Name, Task Task)> _tasks = [];

    /// <summary>What has not ended yet, by name (vpn:S-13).</summary>
    public IReadOnlyList<string> Unfinished =>
        [.. _tasks.Where(running => !running.Task.IsCompleted).Select(running => running.Name), .. doors.Inside is > 0 and var calls ? [$"calls of messengers and providers ({calls})"] : (string[])[]];

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Before the web server stops: it still answers, and says to come again.</summary>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAll(doors.Close().WaitAsync(cancellationToken), StopAsync(cancellationToken));
        log.LogInformation("Everything that was under way has ended");
    }

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _tasks =
        [
            ("warming up", WarmUp(stoppingToken)), ("the life among other nodes", node.Run(stoppingToken)), ("jobs", Work(stoppingToken)),
            ("pruning", node.Lead("pruning", Prune, stoppingToken)), .. shops.Select(shop => ($"bot {shop.Id}", node.Lead($"bot {shop.Id}", ct => shop.Run(() => node.IsSure, ct), stoppingToken))),
        ];
        return Task.WhenAll(_tasks.Select(running => Watched(running.Name, running.Task)));
    }

    /// <summary>None of them ends by itself; one that does must not do it silently.</summary>
    private async Task Watched(string name, Task task)
    {
        try
        {
            await task;
        }
        catch (Exception e)
        {
            log.LogCritical(e, "{Task} has ended by a fault", name);
            throw;
        }
    }

    private async Task Work(CancellationToken ct)
    {
        // Jobs that are taken before the others know of this node would look abandoned to them.
        await Task.WhenAny(node.Joined, Task.Delay(Timeout.InfiniteTimeSpan, clock, ct));
        await worker.Run(ct);
    }

    private async Task WarmUp(CancellationToken ct)
    {
        await Task.Yield();
        try
        {
            await store.Watch.Open(ct);
            await CommerceRoom.WarmUp(store, ct);
            // Building the program and its model leaves garbage that a small shop would carry for hours; nobody waits now.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
        catch (Exception e) when (e is StoreFault || ct.IsCancellationRequested)
        {
            log.LogInformation("Warming up was broken off; the first customer waits a little longer");
        }
    }

    private async Task Prune(CancellationToken ct)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Day, clock, ct);
                try
                {
                    log.LogInformation("{Rows} old rows were forgotten", await Pruning.Run(store, new Retention(), ct));
                }
                catch (StoreFault fault)
                {
                    log.LogError(fault, "Old rows could not be forgotten today");
                }
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // It may be broken off anywhere.
        }
    }
}
