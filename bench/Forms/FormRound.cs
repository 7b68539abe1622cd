using System.Diagnostics;
using Lavka.Bench.Load;
using Lavka.Bench.Stands;

namespace Lavka.Bench.Forms;

/// <summary>One contestant under load: started, warmed up, measured, drained, stopped.</summary>
internal sealed class FormRound(Contestant contestant, PostgresServer postgres, FormLoad load)
{
    private static readonly TimeSpan Drain = TimeSpan.FromSeconds(20);

    public async Task<FormFigures> Run(CancellationToken ct)
    {
        var crowd = new Crowd(Enumerable.Range(0, load.People).Select(at => new Person(1_000_000 + at)));
        var numbers = new UpdateNumbers(first: 700_000_000);
        await using var stand = await Stand.Of(contestant, postgres, crowd.Hear, ct);
        stand.Api.Start();
        await using var bot = await stand.Serve(ct);
        await using var lines = new WebhookLines(load.Connections, stand.Hook, crowd, numbers);
        await Task.Delay(load.WarmUp, TimeProvider.System, ct);
        return await Measure(bot, crowd, numbers, ct);
    }

    private async Task<FormFigures> Measure(Served bot, Crowd crowd, UpdateNumbers numbers, CancellationToken ct)
    {
        crowd.Forget();
        var (before, begun) = (Used(bot), Stopwatch.GetTimestamp());
        await Task.Delay(load.Time, TimeProvider.System, ct);
        var (waits, after, took) = (crowd.Forget(), Used(bot), Stopwatch.GetElapsedTime(begun));
        crowd.End();
        await Until.True(() => crowd.Waiting == 0, Drain, ct);
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
            WrongText = crowd.WrongText,
            Refused = numbers.Refused,
        };
    }

    private (TimeSpan Bot, TimeSpan Postgres, TimeSpan Load) Used(Served bot) =>
        (ProcFile.Cpu(bot.Id), ProcFile.CpuOfFamily(postgres.Postmaster), ProcFile.Cpu(Environment.ProcessId));
}
