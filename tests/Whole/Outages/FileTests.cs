using Lavka.Kit;
using Microsoft.Data.Sqlite;
using Shouldly;
using Xunit;

namespace Lavka.Whole;

/// <summary>The file of SQLite cannot be written for a while, under the real host.</summary>
public sealed class FileTests(ITestOutputHelper output)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact(Skip = SmallDisk.NoRight, SkipType = typeof(SmallDisk), SkipUnless = nameof(SmallDisk.IsAllowed))]
    [Covers("faults:F8", "shipping:H07")]
    public async Task On_a_full_disk_updates_are_refused_at_once_and_when_there_is_room_everything_goes_on_by_itself()
    {
        await using var disk = await SmallDisk.Open();
        await using var town = await Town.Open(On(Path.Combine(disk.Folder, "lavka.db")));
        var visitors = new Visitors(town, 4);
        await visitors.Comes();

        for (var fall = 0; fall < 2; fall++)
        {
            disk.Fill();
            await visitors.IsRefused("Full");
            disk.MakeRoom();
            await visitors.IsServed();
        }

        await visitors.CameThrough(output, TimeSpan.FromSeconds(4));
        (await town.Store.Integrity()).ShouldBe("ok");
    }

    [Fact]
    [Covers("faults:F8", "shipping:H07")]
    public async Task While_another_program_holds_the_file_updates_are_refused_after_the_patience_that_is_set_and_then_everything_goes_on()
    {
        await using var town = await Town.Open(On("{folder}/lavka.db", ";Default Timeout=1"));
        var visitors = new Visitors(town, 8);
        await visitors.Comes();

        await using (var other = new SqliteConnection($"Data Source={Path.Combine(town.Folder, "lavka.db")};Pooling=False"))
        {
            await other.OpenAsync(Ct);
            await using var hold = other.BeginTransaction(deferred: false);
            await visitors.IsRefused("Busy");
        }
        await visitors.IsServed();

        // One second, and one more for who came while another waited.
        await visitors.CameThrough(output, TimeSpan.FromSeconds(5));
        (await town.Store.Integrity()).ShouldBe("ok");
    }

    [Fact]
    [Covers("faults:F8", "shipping:H07")]
    public async Task While_the_file_is_gone_updates_are_refused_at_once_and_when_it_is_back_everything_goes_on_by_itself()
    {
        await using var town = await Town.Open(On("{folder}/lavka.db"));
        var visitors = new Visitors(town, 4);
        await visitors.Comes();
        var file = Path.Combine(town.Folder, "lavka.db");

        File.Move(file, file + ".away");
        await visitors.IsRefused("Unreachable");
        File.Move(file + ".away", file);
        await visitors.IsServed();

        await visitors.CameThrough(output, TimeSpan.FromSeconds(4));
        (await town.Store.Integrity()).ShouldBe("ok");
    }

    private static TownPlan On(string file, string more = "") => new() { Settings = new Dictionary<string, string> { ["Database"] = $"Data Source={file}{more}" } };
}
