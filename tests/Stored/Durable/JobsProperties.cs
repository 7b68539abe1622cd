using FsCheck;
using FsCheck.Fluent;
using Lavka.Durable;
using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Stored.Durable;

public sealed class JobsProperties
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private static readonly Arbitrary<List<Step>> Schedules =
        (from what in Gen.Elements(Enum.GetValues<What>()) from which in Gen.Choose(0, 5) select new Step(what, which)).ListOf().Resize(60).ToArbitrary();

    /// <summary>One thing that happens; <paramref name="Which"/> picks the key, the claim, the number of jobs or of seconds.</summary>
    private sealed record Step(What What, int Which);

    private enum What
    {
        Add,
        Claim,
        Finish,
        Retry,
        Bury,
        Pass,
        Restart,
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    [Covers("faults:F2")]
    public async Task in_whatever_order_things_happen_a_finished_job_never_runs_again_and_none_is_lost()
    {
        await using var temp = await TempStore.Open();

        Prop.ForAll(Schedules, schedule => Play(temp, schedule)).QuickCheckThrowOnFailure();
    }

    private static async Task Play(TempStore temp, List<Step> schedule)
    {
        await temp.Store.Write((tx, ct) => tx.Sql("delete from jobs").Run(ct), Ct);
        var open = new Dictionary<string, int>();
        var ended = new HashSet<string>();
        var claims = new List<ClaimedJob>();
        foreach (var (what, which) in schedule)
            if (what is What.Add)
            {
                var key = $"order-{which}";
                var added = await temp.Store.Write((tx, ct) => Jobs.Add(tx, new NewJob("buy", key, "{}", null, tx.Now), ct), Ct);
                added.ShouldBe(!ended.Contains(key) && open.TryAdd(key, 0));
            }
            else if (what is What.Claim) await Claim(which + 1);
            else if (what is What.Pass) temp.Clock.Advance(which * Lease / 4);
            else if (what is What.Restart) await temp.Store.Write(Jobs.ReleaseAbandoned, Ct);
            else if (claims.Count > 0) await End(what, claims[which % claims.Count]);

        temp.Clock.Advance(TimeSpan.FromDays(1));
        (await Claim(1000)).Select(job => job.Key).ShouldBe(open.Keys, ignoreOrder: true);
        temp.Clock.Advance(TimeSpan.FromDays(1));
        foreach (var job in await Claim(1000)) await End(What.Finish, job);
        temp.Clock.Advance(TimeSpan.FromDays(1));
        (await Claim(1000)).ShouldBeEmpty();

        async Task<IReadOnlyList<ClaimedJob>> Claim(int limit)
        {
            var jobs = await temp.Store.Write((tx, ct) => Jobs.Claim(tx, limit, Lease, ct), Ct);
            foreach (var job in jobs)
            {
                ended.ShouldNotContain(job.Key);
                open[job.Key].ShouldBe(job.Attempt - 1);
                open[job.Key] = job.Attempt;
            }
            claims.AddRange(jobs);
            return jobs;
        }

        async Task End(What what, ClaimedJob job)
        {
            var isOurs = open.TryGetValue(job.Key, out var attempt) && attempt == job.Attempt;
            if (what is What.Retry) await temp.Store.Write((tx, ct) => Jobs.Retry(tx, job, tx.Now.AddSeconds(30), "503", ct), Ct);
            else
            {
                (await temp.Store.Write((tx, ct) => what is What.Finish ? Jobs.Finish(tx, job, ct) : Jobs.Bury(tx, job, "no", ct), Ct)).ShouldBe(isOurs);
                if (isOurs) ended.Add(job.Key);
                if (isOurs) open.Remove(job.Key);
            }
        }
    }
}
