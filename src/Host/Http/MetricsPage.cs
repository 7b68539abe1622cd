using System.Globalization;
using Lavka.Durable;

namespace Lavka.Host;

/// <summary>
/// <c>/metrics</c> in Prometheus' text format: what was taken, what waits, what the process uses. When the store cannot be read, what waits is left out
/// and the rest is still told.
/// </summary>
public static class MetricsPage
{
    private const string Format = "text/plain; version=0.0.4; charset=utf-8";

    public static void Map(IEndpointRouteBuilder routes, Store store, Counters counters, Doors doors) =>
        routes.MapGet("/metrics", async (CancellationToken ct) =>
            Results.Text(string.Join('\n', [.. counters.Lines(), .. Inside(doors), .. await Waiting(store, ct), .. Process(), ""]), Format));

    private static string[] Inside(Doors doors) => Gauge("lavka_calls_under_way", "Calls of messengers and providers that are being served.", doors.Inside);

    private static async Task<IReadOnlyList<string>> Waiting(Store store, CancellationToken ct)
    {
        try
        {
            var (messages, jobs, dead, doubts) = await store.Read((tx, stop) => tx.Sql("""
                select (select count(*) from outbox where state = 'Waiting'), (select count(*) from jobs where done_at is null), (select count(*) from dead_letters),
                  (select count(*) from outbox where doubts > 0)
                """).First(row => (row.Long(0), row.Long(1), row.Long(2), row.Long(3)), stop), ct);
            return
            [
                .. Gauge("lavka_outbox_waiting", "Messages that are still to be sent.", messages),
                .. Gauge("lavka_outbox_doubtful", "Messages of which nobody knows how often they arrived.", doubts),
                .. Gauge("lavka_jobs_waiting", "Jobs that are not done, those of later included.", jobs),
                .. Gauge("lavka_dead_letters", "What was given up and waits for a person.", dead),
            ];
        }
        catch (StoreFault)
        {
            return [];
        }
    }

    private static IEnumerable<string> Process() =>
    [
        .. Gauge("process_resident_memory_bytes", "Memory that the process holds.", Environment.WorkingSet),
        .. Counter("process_cpu_seconds_total", "Processor time since the start.", Environment.CpuUsage.TotalTime.TotalSeconds),
        .. Counter("dotnet_gc_heap_allocated_bytes_total", "Memory asked for since the start.", GC.GetTotalAllocatedBytes()),
        .. Counter("dotnet_thread_pool_work_items_total", "Pieces of work that threads took up since the start.", ThreadPool.CompletedWorkItemCount),
    ];

    private static string[] Counter(string name, string help, double value) => Metric("counter", name, help, value);

    private static string[] Gauge(string name, string help, double value) => Metric("gauge", name, help, value);

    private static string[] Metric(string type, string name, string help, double value) =>
        [$"# HELP {name} {help}", $"# TYPE {name} {type}", string.Create(CultureInfo.InvariantCulture, $"{name} {value:0.###}")];
}
