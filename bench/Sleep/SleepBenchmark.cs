using Lavka.Bench.Load;
using Lavka.Bench.Stands;

namespace Lavka.Bench.Sleep;

/// <summary>
/// <c>sleep</c>: 100,000 people have stopped in the middle of the form. What the bot holds of them in memory, and how quickly 1,000 of them are answered who go on after a restart,
/// each with the answers that he gave before.
/// </summary>
internal static class SleepBenchmark
{
    private const int People = 100_000;
    private const int Returning = 1_000;
    private const int Connections = 16;
    private const int Answered = 3;
    private const long Original = 4_000_000;
    private const long First = 5_000_000;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(10);

    public static async Task Run(Report report, PostgresServer postgres, CancellationToken ct)
    {
        report.Say($"{Machine.Describe()}");
        report.Head("100,000 who stopped in the middle", "memory with one, MB", "with 100,000, MB", "after 1,000 went on, MB", "answered after p50, ms", "p99, ms", "lost", "wrong");
        await Once(Contestant.Lavka[0], place => place.Database.ConnectionString, report, postgres, ct);
        await Once(Contestant.Lavka[1], place => place.File, report, postgres, ct);
    }

    private static async Task Once(Contestant contestant, Func<Place, string> database, Report report, PostgresServer postgres, CancellationToken ct)
    {
        var alone = new Crowd([new Person(Original)], stopAfter: Answered);
        var returning = new Crowd(Enumerable.Range(0, Returning).Select(at => new Person(First + (at * (People / Returning)), Answered)), stopAfter: 1);
        await using var stand = await Stand.Of(contestant, postgres, message =>
        {
            alone.Hear(message);
            returning.Hear(message);
        }, ct);
        stand.Api.Start();
        var before = await Idling(stand, alone, ct);
        await Sleepers.Copy(database(stand.Place), Original, First, People, ct);
        await using var bot = await stand.Serve(ct);
        await Task.Delay(Idle, TimeProvider.System, ct);
        var asleep = ProcFile.Megabytes(bot.Id, "VmRSS");
        await using (new WebhookLines(Connections, stand.Hook, returning, new UpdateNumbers(first: 910_000_000)))
            await Until.True(() => returning.Taken == Returning && returning.Waiting == 0, Patience, ct);
        var awake = ProcFile.Megabytes(bot.Id, "VmRSS");
        report.Row($"{contestant.Name}", $"{before:0}", $"{asleep:0}", $"{awake:0}", $"{returning.Waits.Milliseconds(50):0.0}", $"{returning.Waits.Milliseconds(99):0.0}", $"{returning.Waiting}", $"{returning.Wrong}");
    }

    /// <summary>The memory of the bot when nothing is in its store but the one who is copied.</summary>
    private static async Task<double> Idling(Stand stand, Crowd alone, CancellationToken ct)
    {
        await using var bot = await stand.Serve(ct);
        await using (new WebhookLines(1, stand.Hook, alone, new UpdateNumbers(first: 900_000_000)))
            if (!await Until.True(() => alone.Taken == Answered && alone.Waiting == 0, Patience, ct)) throw new TimeoutException("The form could not be begun.");
        await Task.Delay(Idle, TimeProvider.System, ct);
        return ProcFile.Megabytes(bot.Id, "VmRSS");
    }
}
