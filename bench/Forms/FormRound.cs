using System.Diagnostics;
using Lavka.Bench.Load;

namespace Lavka.Bench.Forms;

/// <summary>One contestant under load: started, warmed up, measured, drained, stopped.</summary>
internal sealed class FormRound(Contestant contestant, PostgresServer postgres, FormLoad load)
{
    private static readonly TimeSpan Drain = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    public async Task<FormFigures> Run(CancellationToken ct)
    {
        var crowd = new Crowd(load.People, first: 1_000_000);
        var numbers = new UpdateNumbers(first: 700_000_000);
        await using var api = new FakeBotApi(crowd.Hear);
        api.Start();
        var port = Machine.FreePort();
        var database = contestant.UsesPostgres ? await postgres.Database("bench", ct) : null;
        await using var bot = new Served(contestant.Start(database, port, api.Url), port);
        await bot.Ready(ct);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var hook = new Uri($"http://127.0.0.1:{port}{contestant.Path}");
        var lines = Enumerable.Range(0, load.Connections).Select(_ => new WebhookLine(hook, Contestant.Secret, crowd, numbers).Run(stop.Token)).ToList();
        try
        {
            await Task.Delay(load.WarmUp, TimeProvider.System, ct);
            return await Measure(bot, crowd, numbers, ct);
        }
        finally
        {
            crowd.End();
            await stop.CancelAsync();
            await Task.WhenAll(lines);
        }
    }

    private async Task<FormFigures> Measure(Served bot, Crowd crowd, UpdateNumbers numbers, CancellationToken ct)
    {
        crowd.Forget();
        var (before, begun) = (Used(bot), Stopwatch.GetTimestamp());
        await Task.Delay(load.Time, TimeProvider.System, ct);
        var (waits, after, took) = (crowd.Forget(), Used(bot), Stopwatch.GetElapsedTime(begun));
        crowd.End();
        for (var end = Stopwatch.GetTimestamp(); crowd.Waiting > 0 && Stopwatch.GetElapsedTime(end) < Drain;) await Task.Delay(Glance, TimeProvider.System, ct);
        if (waits.Count == 0) throw new InvalidOperationException($"{contestant.Name} answered nothing: {bot.Complaints}");
        return new FormFigures
        {
            TurnsPerSecond = waits.Count / took.TotalSeconds,
            P50 = waits.Milliseconds(50),
            P99 = waits.Milliseconds(99),
            Cpu = (after.Bot - before.Bot).TotalMicroseconds / waits.Count,
            PostgresCpu = (after.Postgres - before.Postgres).TotalMicroseconds / waits.Count,
            LoadCpu = (after.Load - before.Load).TotalMicroseconds / waits.Count,
            Megabytes = ProcFile.Megabytes(bot.Id, "VmHWM"),
            Lost = crowd.Waiting,
            Doubled = crowd.Doubled,
            Wrong = crowd.Wrong,
            Refused = numbers.Refused,
        };
    }

    private (TimeSpan Bot, TimeSpan Postgres, TimeSpan Load) Used(Served bot) =>
        (ProcFile.Cpu(bot.Id), ProcFile.CpuOfFamily(postgres.Postmaster), ProcFile.Cpu(Environment.ProcessId));
}
