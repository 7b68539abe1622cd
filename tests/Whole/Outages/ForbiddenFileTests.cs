using System.Net;
using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Whole;

/// <summary>
/// The host has no right to write its database, as after a backup that another user restored. It meets that at its start only: who has a file open keeps his right, and SQLite does
/// not open it a second time. A disk that turns read-only under it is in <see cref="FailingDiskTests"/>.
/// </summary>
public sealed class ForbiddenFileTests(ITestOutputHelper output)
{
    [Fact(Skip = ForbiddenFile.NoRight, SkipType = typeof(ForbiddenFile), SkipUnless = nameof(ForbiddenFile.IsPossible))]
    [Covers("faults:F8", "shipping:H07")]
    public async Task While_the_file_may_only_be_read_the_host_refuses_updates_and_when_it_may_be_written_everything_goes_on_by_itself()
    {
        await using var town = await Town.Open(Plan);
        var visitors = new Visitors(town, 0);
        await visitors.Comes();
        var (kate, raw) = await town.NewCustomerByHand();
        var order = new Order(town, kate);
        await order.Begins();
        var answer = RawUpdate.Wrote(raw.NextId(), kate.Id, Answers.All[0]);
        (await town.Host.Stop()).ShouldBe(0);

        using (new ForbiddenFile(FileOf(town), andItsFolder: false))
        {
            await town.Host.StartUnready();
            await visitors.IsRefused("ReadOnly");
            for (var times = 0; times < 3; times++) (await raw.Post(answer)).ShouldBe(HttpStatusCode.ServiceUnavailable);
        }
        await visitors.IsServed();
        for (var times = 0; times < 2; times++) (await raw.Post(answer)).ShouldBe(HttpStatusCode.OK);

        await kate.Sees(Answers.Step(2));
        await order.AnswersAll(from: 2);
        await order.WasAskedStepByStep();
        await visitors.CameThrough(output, TimeSpan.FromSeconds(4));
        (await town.Store.Integrity()).ShouldBe("ok");
    }

    [Fact(Skip = ForbiddenFile.NoRight, SkipType = typeof(ForbiddenFile), SkipUnless = nameof(ForbiddenFile.IsPossible))]
    [Covers("faults:F8")]
    public async Task A_host_that_may_not_write_into_its_folder_does_not_start_and_says_why_and_once_it_may_it_knows_everybody()
    {
        await using var town = await Town.Open(Plan);
        var (kate, _) = await town.NewCustomerByHand();
        var order = new Order(town, kate);
        await order.Begins();
        (await town.Host.Stop()).ShouldBe(0);

        using (new ForbiddenFile(FileOf(town), andItsFolder: true)) (await town.Host.RunToEnd()).ShouldBe(1);

        town.Host.Log.ShouldContain(line => line.Contains("Lavka cannot start", StringComparison.Ordinal) && line.Contains("the right to write", StringComparison.Ordinal));
        await town.Host.Start();
        await order.AnswersAll();
        await order.WasAskedStepByStep();
        (await town.Store.Integrity()).ShouldBe("ok");
    }

    private static TownPlan Plan => new() { Obeys = true, Settings = new Dictionary<string, string> { ["Database"] = "Data Source={folder}/data/lavka.db" } };

    private static string FileOf(Town town) => Path.Combine(town.Folder, "data", "lavka.db");
}
