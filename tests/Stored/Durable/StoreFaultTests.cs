using System.Data.Common;
using System.Diagnostics;
using Lavka.Durable;
using Lavka.Kit;
using Microsoft.Data.Sqlite;
using Shouldly;
using Xunit;

namespace Lavka.Stored.Durable;

/// <summary>The faults of a file; those of a server are in <see cref="PostgresFaultTests"/>.</summary>
[Covers("faults:F8")]
public sealed class StoreFaultTests
{
    private const string Reason = "Only SQLite has a file.";

    private static readonly ChatKey Chat = new(new BotId("labels"), "7");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact(Skip = Reason, SkipType = typeof(TestEngine), SkipUnless = nameof(TestEngine.IsSqlite))]
    public async Task a_database_that_another_program_holds_is_busy_and_works_again_when_it_lets_go()
    {
        await using var temp = await TempStore.Open();
        await using var store = Store.Open($"Data Source={temp.File};Default Timeout=1", temp.Clock);
        await using (var other = new SqliteConnection($"Data Source={temp.File};Pooling=False"))
        {
            await other.OpenAsync(Ct);
            await using var hold = other.BeginTransaction(deferred: false);
            (await Should.ThrowAsync<StoreFault>(Save(store))).Kind.ShouldBe(StoreFaultKind.Busy);
            (await store.IsReady(Ct)).ShouldBeFalse();
        }

        (await store.IsReady(Ct)).ShouldBeTrue();
        (await Save(store)).ShouldBeTrue();
    }

    [Fact(Skip = Reason, SkipType = typeof(TestEngine), SkipUnless = nameof(TestEngine.IsSqlite))]
    public async Task those_who_wait_for_their_turn_behind_one_that_waits_in_vain_do_not_wait_once_more_each()
    {
        await using var temp = await TempStore.Open();
        await using var store = Store.Open($"Data Source={temp.File};Default Timeout=1", temp.Clock);
        await using var other = new SqliteConnection($"Data Source={temp.File};Pooling=False");
        await other.OpenAsync(Ct);
        await using var hold = other.BeginTransaction(deferred: false);
        var began = Stopwatch.GetTimestamp();

        var faults = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => Should.ThrowAsync<StoreFault>(Save(store)))));

        faults.ShouldAllBe(fault => fault.Kind == StoreFaultKind.Busy);
        Stopwatch.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(8), "Twelve times a second would be twelve.");
    }

    [Fact(Skip = Reason, SkipType = typeof(TestEngine), SkipUnless = nameof(TestEngine.IsSqlite))]
    public async Task a_full_disk_takes_nothing_of_the_transaction_and_harms_nothing()
    {
        await using var temp = await TempStore.Open();
        await Save(temp.Store);
        var fill = temp.Store.Write(async (tx, ct) =>
        {
            await tx.Sql("pragma max_page_count = 40").Run(ct);
            await Chats.Save(tx, Chat, 1, "half", ct);
            await Files.Keep(tx, new byte[1_000_000], "label.pdf", "application/pdf", ct);
        }, Ct);

        var fault = await Should.ThrowAsync<StoreFault>(fill);

        fault.Kind.ShouldBe(StoreFaultKind.Full);
        fault.Message.ShouldContain("full");
        (await temp.Store.Read((tx, ct) => Chats.Load(tx, Chat, ct), Ct))!.State.ShouldBe("saved");
        (await temp.Store.IsReady(Ct)).ShouldBeTrue();
        // The limit went with the connection that met the fault: nobody uses that one again.
        await temp.Store.Write((tx, ct) => Files.Keep(tx, new byte[1_000_000], "label.pdf", "application/pdf", ct), Ct);
        (await temp.Store.Read((tx, ct) => tx.Sql("pragma integrity_check").First(row => row.Text(0), ct), Ct)).ShouldBe("ok");
    }

    [Fact(Skip = Reason, SkipType = typeof(TestEngine), SkipUnless = nameof(TestEngine.IsSqlite))]
    public async Task a_file_that_may_not_be_written_is_read_only()
    {
        await using var temp = await TempStore.Open();
        await using var store = Store.Open($"Data Source={temp.File};Mode=ReadOnly", temp.Clock);

        (await Should.ThrowAsync<StoreFault>(Save(store))).Kind.ShouldBe(StoreFaultKind.ReadOnly);
        (await store.IsReady(Ct)).ShouldBeFalse();
        (await store.Read((tx, ct) => Chats.Load(tx, Chat, ct), Ct)).ShouldBeNull();
    }

    [Fact(Skip = Reason, SkipType = typeof(TestEngine), SkipUnless = nameof(TestEngine.IsSqlite))]
    public async Task a_file_that_is_no_database_is_named_with_the_cure()
    {
        await using var temp = await TempStore.Open();
        var file = Path.Combine(Path.GetDirectoryName(temp.File)!, "notes.db");
        await File.WriteAllTextAsync(file, new string('-', 5000), Ct);
        await using var store = Store.Open($"Data Source={file}", temp.Clock);

        var fault = await Should.ThrowAsync<StoreFault>(store.Migrate([Schema.Durable], Ct));

        fault.Kind.ShouldBe(StoreFaultKind.Damaged);
        fault.Message.ShouldContain(file);
        fault.Message.ShouldContain("backup");
    }

    [Fact(Skip = Reason, SkipType = typeof(TestEngine), SkipUnless = nameof(TestEngine.IsSqlite))]
    public async Task a_folder_that_cannot_be_made_is_named_with_the_cure()
    {
        await using var temp = await TempStore.Open();
        await using var store = Store.Open($"Data Source={temp.File}/data/lavka.db", temp.Clock);

        var fault = await Should.ThrowAsync<StoreFault>(store.Migrate([Schema.Durable], Ct));

        fault.Kind.ShouldBe(StoreFaultKind.Unreachable);
        fault.Message.ShouldContain($"{temp.File}/data");
        fault.Message.ShouldContain("Make it writable");
    }

    [Fact(Skip = Reason, SkipType = typeof(TestEngine), SkipUnless = nameof(TestEngine.IsSqlite))]
    public async Task a_path_that_is_a_folder_cannot_be_opened()
    {
        await using var temp = await TempStore.Open();
        await using var store = Store.Open($"Data Source={Path.GetDirectoryName(temp.File)}", temp.Clock);

        (await Should.ThrowAsync<StoreFault>(Save(store))).Kind.ShouldBe(StoreFaultKind.Unreachable);
    }

    [Fact(Skip = Reason, SkipType = typeof(TestEngine), SkipUnless = nameof(TestEngine.IsSqlite))]
    public async Task a_file_that_is_gone_while_it_is_open_takes_nothing_and_is_not_made_anew()
    {
        await using var temp = await TempStore.Open();
        File.Move(temp.File, temp.File + ".away");

        (await Should.ThrowAsync<StoreFault>(Save(temp.Store))).Kind.ShouldBe(StoreFaultKind.Unreachable);
        (await temp.Store.IsReady(Ct)).ShouldBeFalse();
        await Should.ThrowAsync<StoreFault>(temp.Store.Read((tx, ct) => Chats.Load(tx, Chat, ct), Ct));

        File.Exists(temp.File).ShouldBeFalse();
        File.Move(temp.File + ".away", temp.File);
        (await Save(temp.Store)).ShouldBeTrue();
        (await temp.Store.IsReady(Ct)).ShouldBeTrue();
    }

    [Fact]
    public async Task a_mistake_in_a_statement_is_no_fault_of_the_store()
    {
        await using var temp = await TempStore.Open();

        await Should.ThrowAsync<DbException>(temp.Store.Write((tx, ct) => tx.Sql("insert into nowhere values (1)").Run(ct), Ct));
    }

    private static Task<bool> Save(Store store) => store.Write((tx, ct) => Chats.Save(tx, Chat, 0, "saved", ct), Ct);
}
