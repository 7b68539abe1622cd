using System.Net;
using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Whole;

/// <summary>
/// The disk fails while the real host works on it. What a commit wrote that could not be made sure may be found again later or not: nobody was told that it counts, and its
/// repetition must do no harm.
/// </summary>
public sealed class FailingDiskTests(ITestOutputHelper output)
{
    [Theory(Skip = FailingDisk.NoTool, SkipType = typeof(FailingDisk), SkipUnless = nameof(FailingDisk.IsPossible))]
    [InlineData(FailingDisk.KeepsNothing)]
    [InlineData(FailingDisk.IsReadOnly)]
    [Covers("faults:F8", "shipping:H07")]
    public async Task While_the_disk_keeps_nothing_or_may_not_be_written_updates_are_refused_and_afterwards_everything_goes_on_by_itself(string fault)
    {
        await using var town = await Town.Open();
        var visitors = new Visitors(town, 4);
        await visitors.Comes();

        for (var fall = 0; fall < 2; fall++)
        {
            await using (await FailingDisk.Under(town.Host, fault)) await visitors.IsRefused("Disk");
            await visitors.IsServed();
        }

        // It is watched at every step, which makes it slow.
        await visitors.CameThrough(output, TimeSpan.FromSeconds(8));
        (await town.Store.Integrity()).ShouldBe("ok");
    }

    [Theory(Skip = FailingDisk.NoTool, SkipType = typeof(FailingDisk), SkipUnless = nameof(FailingDisk.IsPossible))]
    [InlineData(false)]
    [InlineData(true)]
    [Covers("faults:F8")]
    public async Task An_update_that_the_disk_did_not_keep_counts_once_when_it_comes_again_even_to_a_host_that_was_killed_meanwhile(bool isKilled)
    {
        await using var town = await Town.Open();
        var (kate, raw) = await town.NewCustomerByHand();
        var order = new Order(town, kate);
        await order.Begins();
        await town.Store.HasSaidAll();
        var answer = RawUpdate.Wrote(raw.NextId(), kate.Id, Answers.All[0]);

        await using (await FailingDisk.Under(town.Host, FailingDisk.KeepsNothing))
        {
            for (var times = 0; times < 3; times++) (await raw.Post(answer)).ShouldBe(HttpStatusCode.ServiceUnavailable);
            if (isKilled) await town.Host.Kill();
        }
        if (isKilled) await town.Host.Start();
        await Until.True(async () => await raw.Post(answer) is HttpStatusCode.OK, "the update is taken");
        (await raw.Post(answer)).ShouldBe(HttpStatusCode.OK);

        await kate.Sees(Answers.Step(2));
        await order.AnswersAll(from: 2);
        await order.WasAskedStepByStep();
        (await town.Store.Integrity()).ShouldBe("ok");
    }
}
