using System.Diagnostics;
using Lavka.Bench.Load;
using Lavka.Bench.Stands;

namespace Lavka.Bench.Recovery;

/// <summary>
/// <c>recovery</c>: 10,000 people write while the Bot API is out of reach, all of them are acknowledged, and the bot is killed (-9). From its next start until the first of the 10,000
/// messages, and until the last. The target is 2 s to the first.
/// </summary>
internal static class RecoveryBenchmark
{
    private const int People = 10_000;
    private const int Connections = 64;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static async Task Run(Report report, PostgresServer postgres, CancellationToken ct)
    {
        report.Say($"{Machine.Describe()}");
        report.Head("10,000 messages that wait at the start", "first after, s", "all after, s", "a second", "lost", "doubled");
        foreach (var contestant in Contestant.Lavka) await Once(contestant, report, postgres, ct);
    }

    private static async Task Once(Contestant contestant, Report report, PostgresServer postgres, CancellationToken ct)
    {
        var crowd = new Crowd(Enumerable.Range(0, People).Select(at => new Person(3_000_000 + at)), stopAfter: 1);
        await using var stand = await Stand.Of(contestant, postgres, crowd.Hear, ct);
        await using (await stand.Serve(ct))
        await using (new WebhookLines(Connections, stand.Hook, crowd, new UpdateNumbers(first: 900_000_000)))
            if (!await Until.True(() => crowd.Taken == People, Patience, ct)) throw new TimeoutException($"{contestant.Name} took only {crowd.Taken} of {People} updates.");
        stand.Api.Start();
        var begun = Stopwatch.GetTimestamp();
        await using var bot = await stand.Serve(ct);
        await Until.True(() => crowd.Waits.Count > 0, Patience, ct);
        var first = Stopwatch.GetElapsedTime(begun);
        await Until.True(() => crowd.Waiting == 0, Patience, ct);
        var all = Stopwatch.GetElapsedTime(begun);
        report.Row($"{contestant.Name}", $"{first.TotalSeconds:0.0}", $"{all.TotalSeconds:0.0}", $"{People / (all - first).TotalSeconds:N0}", $"{crowd.Waiting}", $"{crowd.Doubled}");
    }
}
