using Lavka.Commerce;
using Lavka.Durable;

namespace Lavka.Host;

/// <summary>
/// Everything that goes on beside the web server: this node's life among the others, the worker, and, one node for each, the bots and the daily pruning. A stop takes
/// 30 s at most.
/// </summary>
public sealed class Works(IReadOnlyList<RunningShop> shops, Worker worker, Node node, Store store, TimeProvider clock, ILogger<Works> log) : BackgroundService
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(
        [
            WarmUp(stoppingToken), node.Run(stoppingToken), Work(stoppingToken), node.Lead("pruning", Prune, stoppingToken),
            .. shops.Select(shop => node.Lead($"bot {shop.Id}", ct => shop.Run(() => node.IsSure, ct), stoppingToken)),
        ]);

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
