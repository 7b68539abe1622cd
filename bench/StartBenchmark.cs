namespace Lavka.Bench;

/// <summary><c>start</c>: seven starts, one after another. The targets are 1.5 s to ready and 120 MB idle, by the median.</summary>
internal static class StartBenchmark
{
    private const int Runs = 7;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(10);

    public static async Task<int> Run(Report report, CancellationToken ct)
    {
        report.Say($"{Machine.Describe()}");
        List<(double Ready, double Now, double Most)> starts = [];
        for (var run = 1; run <= Runs; run++)
        {
            var start = await Once(ct);
            starts.Add(start);
            report.Say($"{run}: ready after {start.Ready:0.00} s, {start.Now:0} MB idle, {start.Most:0} MB at most, load {Machine.Load()}");
        }
        report.Head("the start of the host", "median", "least", "most");
        Tell("ready, s", starts.Select(start => start.Ready), "0.00");
        Tell("idle, MB", starts.Select(start => start.Now), "0");
        Tell("most, MB", starts.Select(start => start.Most), "0");
        return 0;

        void Tell(string what, IEnumerable<double> values, string format)
        {
            var sorted = values.Order().Select(value => value.ToString(format, Report.Culture)).ToList();
            report.Row($"{what}", $"{sorted[sorted.Count / 2]}", $"{sorted[0]}", $"{sorted[^1]}");
        }
    }

    private static async Task<(double Ready, double Now, double Most)> Once(CancellationToken ct)
    {
        await using var host = new HostProcess(BuiltHost());
        var ready = await host.Ready(ct);
        await Task.Delay(Idle, TimeProvider.System, ct);
        return (ready.TotalSeconds, host.Megabytes("VmRSS"), host.Megabytes("VmHWM"));
    }

    /// <summary>Beside this program: <c>artifacts/bin/Bench/release</c> and <c>artifacts/bin/Host/release</c>.</summary>
    private static string BuiltHost() => Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../Host", Machine.Configuration(), "Lavka.Host.dll"));
}
