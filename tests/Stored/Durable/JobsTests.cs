using Lavka.Durable;
using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Stored.Durable;

public sealed class JobsTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_job_is_added_once_per_key_even_when_it_is_finished()
    {
        await using var temp = await TempStore.Open();
        (await Add(temp, "buy", "order-1")).ShouldBeTrue();
        (await Add(temp, "buy", "order-1")).ShouldBeFalse();
        (await Add(temp, "void", "order-1")).ShouldBeTrue();
        foreach (var job in await Claim(temp)) (await Finish(temp, job)).ShouldBeTrue();

        (await Add(temp, "buy", "order-1")).ShouldBeFalse();
        (await Claim(temp)).ShouldBeEmpty();
    }

    [Fact]
    public async Task a_job_waits_for_its_time_and_those_due_longest_go_first()
    {
        await using var temp = await TempStore.Open();
        await Add(temp, "remind", "late", TimeSpan.FromHours(2));
        await Add(temp, "remind", "soon", TimeSpan.FromHours(1));

        (await Claim(temp)).ShouldBeEmpty();
        (await temp.Store.Read(Jobs.NextDue, Ct)).ShouldBe(temp.Clock.GetUtcNow().AddHours(1));
        temp.Clock.Advance(TimeSpan.FromHours(3));
        (await Claim(temp, limit: 1)).ShouldHaveSingleItem().Key.ShouldBe("soon");
        (await Claim(temp)).ShouldHaveSingleItem().Key.ShouldBe("late");
    }

    [Fact]
    public async Task a_claimed_job_carries_everything_that_was_added()
    {
        await using var temp = await TempStore.Open();
        var chat = new ChatKey(new BotId("labels"), "7");
        await temp.Store.Write((tx, ct) => Jobs.Add(tx, new NewJob("buy", "order-1", "{\"rate\":5}", chat, tx.Now), ct), Ct);

        var job = (await Claim(temp)).ShouldHaveSingleItem();

        job.ShouldBe(new ClaimedJob(job.Id, "buy", "order-1", "{\"rate\":5}", chat, 1));
    }

    [Fact]
    [Covers("faults:F2")]
    public async Task a_job_whose_claimer_died_is_taken_again_when_its_lease_is_over_and_the_dead_one_finishes_nothing()
    {
        await using var temp = await TempStore.Open();
        await Add(temp, "buy", "order-1");
        var first = (await Claim(temp)).ShouldHaveSingleItem();
        temp.Clock.Advance(Lease - TimeSpan.FromSeconds(1));
        (await Claim(temp)).ShouldBeEmpty();
        temp.Clock.Advance(TimeSpan.FromSeconds(1));

        var second = (await Claim(temp)).ShouldHaveSingleItem();

        second.Attempt.ShouldBe(2);
        (await Finish(temp, first)).ShouldBeFalse();
        (await Finish(temp, second)).ShouldBeTrue();
        (await Finish(temp, second)).ShouldBeFalse();
    }

    [Fact]
    public async Task a_claim_that_ran_out_still_counts_while_nobody_else_took_the_job()
    {
        await using var temp = await TempStore.Open();
        await Add(temp, "buy", "order-1");
        var job = (await Claim(temp)).ShouldHaveSingleItem();
        temp.Clock.Advance(Lease * 2);

        (await Finish(temp, job)).ShouldBeTrue();
        (await Claim(temp)).ShouldBeEmpty();
    }

    [Fact]
    public async Task when_the_result_is_rolled_back_the_job_is_not_finished()
    {
        await using var temp = await TempStore.Open();
        await Add(temp, "buy", "order-1");
        var job = (await Claim(temp)).ShouldHaveSingleItem();
        await Should.ThrowAsync<InvalidOperationException>(temp.Store.Write(async (tx, ct) =>
        {
            await Jobs.Finish(tx, job, ct);
            throw new InvalidOperationException("the result could not be written");
        }, Ct));

        (await temp.Store.Read((tx, ct) => Jobs.IsOurs(tx, job, ct), Ct)).ShouldBeTrue();
    }

    [Fact]
    public async Task a_retried_job_waits_for_its_new_time()
    {
        await using var temp = await TempStore.Open();
        await Add(temp, "buy", "order-1");
        var job = (await Claim(temp)).ShouldHaveSingleItem();
        await temp.Store.Write((tx, ct) => Jobs.Retry(tx, job, tx.Now.AddSeconds(4), "503", ct), Ct);

        (await Claim(temp)).ShouldBeEmpty();
        temp.Clock.Advance(TimeSpan.FromSeconds(4));
        (await Claim(temp)).ShouldHaveSingleItem().Attempt.ShouldBe(2);
    }

    [Fact]
    public async Task a_buried_job_never_runs_again_and_lies_among_the_dead_letters()
    {
        await using var temp = await TempStore.Open();
        await Add(temp, "buy", "order-1");
        var job = (await Claim(temp)).ShouldHaveSingleItem();

        (await temp.Store.Write((tx, ct) => Jobs.Bury(tx, job, "address unknown", ct), Ct)).ShouldBeTrue();
        (await temp.Store.Write((tx, ct) => Jobs.Bury(tx, job, "again", ct), Ct)).ShouldBeFalse();

        temp.Clock.Advance(TimeSpan.FromDays(1));
        (await Claim(temp)).ShouldBeEmpty();
        var letter = (await temp.Store.Read((tx, ct) => DeadLetters.Latest(tx, 10, ct), Ct)).ShouldHaveSingleItem();
        (letter.Kind, letter.Key, letter.Body, letter.Error).ShouldBe(("buy", "order-1", "{}", "address unknown"));
    }

    [Fact]
    public async Task releasing_ends_every_lease_at_once()
    {
        await using var temp = await TempStore.Open();
        await Add(temp, "buy", "order-1");
        await Add(temp, "remind", "later", TimeSpan.FromHours(1));
        await Claim(temp);

        (await (await temp.Reopen()).Write(Jobs.ReleaseAbandoned, Ct)).ShouldBe(1);

        (await Claim(temp)).ShouldHaveSingleItem().Key.ShouldBe("order-1");
    }

    [Fact]
    public async Task old_finished_jobs_and_dead_letters_are_pruned_and_open_jobs_never()
    {
        await using var temp = await TempStore.Open();
        await Add(temp, "buy", "done");
        await Add(temp, "buy", "buried");
        var jobs = await Claim(temp);
        await Finish(temp, jobs[0]);
        await temp.Store.Write((tx, ct) => Jobs.Bury(tx, jobs[1], "no", ct), Ct);
        await Add(temp, "buy", "open");

        temp.Clock.Advance(TimeSpan.FromDays(31));
        (await Pruning.Run(temp.Store, new Retention(), Ct)).ShouldBe(2);
        temp.Clock.Advance(TimeSpan.FromDays(150));
        (await Pruning.Run(temp.Store, new Retention(), Ct)).ShouldBe(1);
        (await Claim(temp)).ShouldHaveSingleItem().Key.ShouldBe("open");
    }

    private static Task<bool> Add(TempStore temp, string kind, string key, TimeSpan after = default) =>
        temp.Store.Write((tx, ct) => Jobs.Add(tx, new NewJob(kind, key, "{}", null, tx.Now + after), ct), Ct);

    private static Task<IReadOnlyList<ClaimedJob>> Claim(TempStore temp, int limit = 10) => temp.Store.Write((tx, ct) => Jobs.Claim(tx, limit, Lease, ct), Ct);

    private static Task<bool> Finish(TempStore temp, ClaimedJob job) => temp.Store.Write((tx, ct) => Jobs.Finish(tx, job, ct), Ct);
}
