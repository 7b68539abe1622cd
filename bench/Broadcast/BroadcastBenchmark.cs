using System.Diagnostics;
using Lavka.Bench.Load;
using Lavka.Bench.Serving;
using Lavka.Bench.Stands;

namespace Lavka.Bench.Broadcast;

/// <summary>
/// <c>broadcast</c>: a message for 30,000 people at 1,000 a second, which is what Telegram allows when it is paid for, while others fill the form at 50 updates a second. After half of it
/// the bot is killed (-9) and started anew. The targets: 97 % of the allowed rate until then, answers included, 99 of 100 who fill the form answered within 150 ms, nobody
/// told twice, and no more missed than there were calls under way when it was killed: what nobody waits for is not said again when its call ended in doubt.
/// </summary>
internal static class BroadcastBenchmark
{
    private const int People = 30_000;
    private const long First = 6_000_000;
    private const int Lines = 4;
    private const int UpdatesPerSecond = 50;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Whole seconds: a sender that sends what a second allows at its beginning is to be measured like one that spreads it.</summary>
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(12);

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);

    public static async Task Run(Report report, PostgresServer postgres, CancellationToken ct)
    {
        report.Say($"{Machine.Describe()}");
        report.Head(
            "a broadcast to 30,000, 1,000 a second allowed", "of what is allowed", "429", "form beside it, p50, ms", "p99, ms", "missed by a kill -9", "told twice", "form: lost", "doubled");
        await Once(Contestant.Lavka[0], place => place.Database.ConnectionString, report, postgres, ct);
        await Once(Contestant.Lavka[1], place => place.File, report, postgres, ct);
    }

    private static async Task Once(Contestant contestant, Func<Place, string> database, Report report, PostgresServer postgres, CancellationToken ct)
    {
        var recipients = new Recipients(First, People);
        var crowd = new Crowd(Enumerable.Range(0, 200).Select(at => new Person(7_000_000 + at)));
        await using var stand = await Stand.Of(contestant, postgres, crowd.Hear, ct, recipients.Refused);
        stand.Api.Start();
        await using var lines = new WebhookLines(Lines, stand.Hook, crowd, new UpdateNumbers(first: 920_000_000), TimeSpan.FromSeconds((double)Lines / UpdatesPerSecond));
        double share;
        Waits waits;
        await using (await stand.Serve(ct))
        {
            await Task.Delay(WarmUp, TimeProvider.System, ct);
            await Recipients.Write(database(stand.Place), FormHost.Shop, First, People, ct);
            await Until.True(() => recipients.Called > Recipients.PerSecond, Patience, ct);
            crowd.Forget();
            var (begun, before) = (Stopwatch.GetTimestamp(), recipients.Taken);
            await Task.Delay(Measured, TimeProvider.System, ct);
            share = (recipients.Taken - before) / Stopwatch.GetElapsedTime(begun).TotalSeconds / Recipients.PerSecond;
            waits = crowd.Forget();
            await Until.True(() => recipients.Called > People / 2, Patience, ct);
        }
        await using (await stand.Serve(ct))
        {
            await Until.True(() => recipients.IsOver, Patience, ct);
            crowd.End();
            await Until.True(() => crowd.Waiting == 0, Patience, ct);
        }
        report.Row($"{contestant.Name}", $"{share:P0}", $"{recipients.TooMany}", $"{waits.Milliseconds(50):0.0}", $"{waits.Milliseconds(99):0.0}", $"{recipients.Missed}", $"{recipients.Doubled}",
            $"{crowd.Waiting}", $"{crowd.Doubled}");
    }
}
