using System.Diagnostics;
using Lavka.Bench.Forms;
using Lavka.Bench.Load;
using Lavka.Bench.Stands;

namespace Lavka.Bench.Ingest;

/// <summary>
/// <c>ingest</c>: how fast updates are acknowledged when nobody waits for answers, with repetitions and forgeries among them; then the bot is killed in the middle (-9), started
/// anew, and every acknowledged update must still be answered, once.
/// </summary>
internal sealed class IngestBenchmark(FormLoad load, PostgresServer postgres)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Drain = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(5);

    public async Task Run(string? only, Report report, CancellationToken ct)
    {
        report.Say($"{Machine.Describe()}, {await PeerPackages.Install(ct)}");
        List<(Contestant Contestant, IngestFigures Figures)> all = [];
        foreach (var contestant in Contestant.All.Where(contestant => only is null || contestant.Name.Contains(only, StringComparison.OrdinalIgnoreCase)))
        {
            all.Add((contestant, await Once(contestant, ct)));
            report.Say($"load {Machine.Load()}: {contestant.Name}: {all[^1].Figures}");
        }
        report.Head("taking updates", "a second", "p50, ms", "p99, ms", "processor, us", "back after kill -9, s", "never answered", "answered twice", "forged and taken");
        foreach (var (contestant, one) in all)
            report.Row($"{contestant.Name}", $"{one.PerSecond:N0}", $"{one.P50:0.0}", $"{one.P99:0.0}", $"{one.Cpu:0}", $"{one.Back:0.0}", $"{one.Missing}", $"{one.Doubled}", $"{one.Forged}");
    }

    private async Task<IngestFigures> Once(Contestant contestant, CancellationToken ct)
    {
        var writers = new Writers(load.People, first: 2_000_000);
        var numbers = new UpdateNumbers(first: 800_000_000);
        await using var stand = await Stand.Of(contestant, postgres, writers.Hear, ct);
        stand.Api.Start();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var first = await stand.Serve(ct);
        var lines = Enumerable.Range(0, load.Connections).Select(_ => new IngestLine(stand.Hook, Contestant.Secret, writers, numbers).Run(stop.Token)).ToList();
        await Task.Delay(load.WarmUp, TimeProvider.System, ct);
        writers.Forget();
        var (before, begun) = (ProcFile.Cpu(first.Id), Stopwatch.GetTimestamp());
        await Task.Delay(load.Time, TimeProvider.System, ct);
        var (waits, used, took) = (writers.Forget(), ProcFile.Cpu(first.Id) - before, Stopwatch.GetElapsedTime(begun));
        await first.DisposeAsync();
        writers.Forget();
        var killed = Stopwatch.GetTimestamp();
        await using var second = await stand.Serve(ct);
        await Until.True(() => writers.Waits.Count > 0, Patience, ct);
        var back = Stopwatch.GetElapsedTime(killed);
        await Task.Delay(load.WarmUp, TimeProvider.System, ct);
        writers.End();
        await Drained(writers, ct);
        await stop.CancelAsync();
        await Task.WhenAll(lines);
        return new IngestFigures(
            waits.Count / took.TotalSeconds, waits.Milliseconds(50), waits.Milliseconds(99), used.TotalMicroseconds / Math.Max(1, waits.Count), back.TotalSeconds,
            writers.Missing, writers.Doubled, writers.Forged);
    }

    /// <summary>Until nothing is missing, or nothing changes any more.</summary>
    private static async Task Drained(Writers writers, CancellationToken ct)
    {
        var begun = Stopwatch.GetTimestamp();
        for (var missing = int.MaxValue; writers.Missing is > 0 and var now && now < missing && Stopwatch.GetElapsedTime(begun) < Drain;)
        {
            missing = now;
            await Until.True(() => writers.Missing == 0, Quiet, ct);
        }
    }
}
