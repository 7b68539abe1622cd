using Lavka.Durable;
using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Stored.Durable;

[Covers("vpn:S-09")]
public sealed class SharedLimitTests
{
    private const string OfOneProgram = "Where several programs share the store; see the last test for the other engine.";

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact(Skip = OfOneProgram, SkipType = typeof(TestEngine), SkipUnless = nameof(TestEngine.IsPostgres))]
    public async Task of_calls_that_come_to_two_programs_at_once_as_many_pass_as_at_one()
    {
        await using var temp = await TempStore.Open();
        IReadOnlyList<SharedLimit> programs = [new(temp.Store, 10, Minute), new(await temp.Reopen(), 10, Minute)];

        var waits = await Task.WhenAll(Enumerable.Range(0, 40).Select(call => Task.Run(() => programs[call % 2].Wait("203.0.113.7", Ct), Ct)));

        waits.Count(wait => wait is null).ShouldBe(10);
        waits.OfType<TimeSpan>().ShouldAllBe(wait => wait > TimeSpan.Zero && wait <= Minute);
        (await programs[0].Wait("203.0.113.8", Ct)).ShouldBeNull("Another caller is not concerned.");
    }

    [Fact(Skip = OfOneProgram, SkipType = typeof(TestEngine), SkipUnless = nameof(TestEngine.IsPostgres))]
    public async Task a_call_counts_for_as_long_as_the_window_and_one_that_was_turned_away_does_not_count()
    {
        await using var temp = await TempStore.Open();
        var limit = new SharedLimit(temp.Store, 2, Minute);
        (await limit.Wait("a", Ct)).ShouldBeNull();
        temp.Clock.Advance(TimeSpan.FromSeconds(20));
        (await limit.Wait("a", Ct)).ShouldBeNull();
        (await limit.Wait("a", Ct)).ShouldBe(TimeSpan.FromSeconds(40));

        temp.Clock.Advance(TimeSpan.FromSeconds(40));
        (await limit.Wait("a", Ct)).ShouldBeNull();
        (await limit.Wait("a", Ct)).ShouldBe(TimeSpan.FromSeconds(20));

        temp.Clock.Advance(Minute);
        (await limit.Wait("a", Ct)).ShouldBeNull();
        (await limit.Wait("a", Ct)).ShouldBeNull();
    }

    [Fact(Skip = OfOneProgram, SkipType = typeof(TestEngine), SkipUnless = nameof(TestEngine.IsPostgres))]
    public async Task who_has_been_silent_for_long_is_forgotten()
    {
        await using var temp = await TempStore.Open();
        var limit = new SharedLimit(temp.Store, 2, Minute);
        await limit.Wait("old", Ct);
        temp.Clock.Advance(TimeSpan.FromHours(25));
        await limit.Wait("young", Ct);

        (await temp.Store.Write((tx, ct) => SharedLimit.Prune(tx, temp.Store.Now - TimeSpan.FromDays(1), 10, ct), Ct)).ShouldBe(1);

        (await temp.Store.Read((tx, ct) => tx.Sql("select caller from calls").All(row => row.Text(0), ct), Ct)).ShouldBe(["young"]);
    }

    [Fact(Skip = "There several programs count together.", SkipType = typeof(TestEngine), SkipUnless = nameof(TestEngine.IsSqlite))]
    public async Task on_an_engine_of_one_program_the_store_is_not_asked()
    {
        await using var temp = await TempStore.Open();
        var asked = 0;
        temp.Store.WhenAsked(_ => asked++);

        (await new SharedLimit(temp.Store, 1, Minute).Wait("a", Ct)).ShouldBeNull();

        asked.ShouldBe(0);
    }
}
