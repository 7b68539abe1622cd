using System.Text.RegularExpressions;
using Lavka.Bench.Broadcast;
using Lavka.Bench.Dialogs;
using Lavka.Bench.Forms;
using Lavka.Bench.Ingest;
using Lavka.Bench.Recovery;
using Lavka.Bench.Sleep;
using Lavka.Bench.Stands;

namespace Lavka.Bench;

/// <summary><c>all</c>: every benchmark, one after another; their tables go into docs/benchmarks.md between its two marks, the form's figures also into docs/benchmarks.svg.</summary>
internal static partial class AllBenchmarks
{
    public static async Task Run(FormLoad load, int rounds, Report report, PostgresServer postgres, CancellationToken ct)
    {
        var peers = await PeerPackages.Install(ct);
        var before = Machine.Load();
        var form = await FormBenchmark.Run(load, rounds, only: null, report, postgres, ct);
        await new IngestBenchmark(load, postgres).Run(only: null, report, ct);
        await SleepBenchmark.Run(report, postgres, ct);
        await RecoveryBenchmark.Run(report, postgres, ct);
        await BroadcastBenchmark.Run(report, postgres, ct);
        await DialogBenchmark.Run(report, ct);
        await StartBenchmark.Run(report, ct);
        var docs = Path.Combine(Machine.Root(), "docs");
        await File.WriteAllTextAsync(Path.Combine(docs, "benchmarks.svg"), Bars.Svg(
        [
            ("turns a second: more is better", [.. form.Select(one => (one.Name, one.Figures.TurnsPerSecond, IsOurs(one.Name)))]),
            ("processor time a turn, microseconds, with PostgreSQL: less is better", [.. form.Select(one => (one.Name, one.Figures.Cpu + one.Figures.PostgresCpu, IsOurs(one.Name)))]),
        ]), ct);
        var page = Path.Combine(docs, "benchmarks.md");
        var figures = FormattableString.Invariant($"""
            {TimeProvider.System.GetUtcNow():d MMMM yyyy}: {Machine.Describe()} at the end and {before} at the beginning, {peers}.
            {load.People} people, {load.Connections} connections, {load.Time.TotalSeconds:0} s after {load.WarmUp.TotalSeconds:0} s of warming up, {(rounds == 1 ? "one round" : rounds.ToString(Report.Culture) + " rounds, their median")}.

            ![The form under load](benchmarks.svg)
            {report.Tables}
            """);
        await File.WriteAllTextAsync(page, Figures().Replace(await File.ReadAllTextAsync(page, ct), _ => $"<!-- figures -->\n{figures}<!-- end of figures -->"), ct);
    }

    private static bool IsOurs(string name) => name.StartsWith("Lavka", StringComparison.Ordinal);

    [GeneratedRegex("<!-- figures -->.*<!-- end of figures -->", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Figures();
}
