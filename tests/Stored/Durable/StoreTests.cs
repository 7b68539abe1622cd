using Lavka.Durable;
using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Stored.Durable;

public sealed class StoreTests
{
    private static readonly ChatKey Chat = new(new BotId("labels"), "7");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    [Covers("faults:F1")]
    public async Task what_was_written_is_there_after_a_crash()
    {
        await using var temp = await TempStore.Open();
        await temp.Store.Write((tx, ct) => Chats.Save(tx, Chat, 0, "asked the city", ct), Ct);

        var restarted = await temp.Reopen();

        (await restarted.Read((tx, ct) => Chats.Load(tx, Chat, ct), Ct)).ShouldBe(new ChatRow(Chat, 1, "asked the city", null));
    }

    [Fact]
    public async Task an_exception_in_the_work_leaves_nothing_behind_and_wakes_nobody()
    {
        await using var temp = await TempStore.Open();
        var woken = false;
        var work = temp.Store.Write(async (tx, ct) =>
        {
            tx.AfterCommit(() => woken = true);
            await Chats.Save(tx, Chat, 0, "half", ct);
            throw new InvalidOperationException("the handler failed");
        }, Ct);

        (await Should.ThrowAsync<InvalidOperationException>(work)).Message.ShouldBe("the handler failed");

        woken.ShouldBeFalse();
        (await temp.Store.Read((tx, ct) => Chats.Load(tx, Chat, ct), Ct)).ShouldBeNull();
        (await temp.Store.Write((tx, ct) => Chats.Save(tx, Chat, 0, "whole", ct), Ct)).ShouldBeTrue();
    }

    [Fact]
    public async Task an_action_after_the_commit_runs_once_and_finds_what_was_committed()
    {
        await using var temp = await TempStore.Open();
        var runs = 0;
        var seen = Task.FromResult<ChatRow?>(null);
        void Look()
        {
            runs++;
            seen = temp.Store.Read((tx, ct) => Chats.Load(tx, Chat, ct), Ct);
        }

        await temp.Store.Write(async (tx, ct) =>
        {
            tx.AfterCommit(Look);
            tx.AfterCommit(Look);
            await Chats.Save(tx, Chat, 0, "saved", ct);
            runs.ShouldBe(0);
        }, Ct);

        runs.ShouldBe(1);
        (await seen).ShouldNotBeNull();
    }

    [Fact]
    public async Task writers_of_one_row_take_turns_and_none_is_lost()
    {
        await using var temp = await TempStore.Open();
        await temp.Store.Write((tx, ct) => Chats.Save(tx, Chat, 0, "", ct), Ct);
        var gate = new TaskCompletionSource();
        var first = temp.Store.Write((_, _) => gate.Task, Ct);
        var writes = Enumerable.Range(1, 50).Select(number => temp.Store.Write(async (tx, ct) =>
        {
            var row = await Chats.Load(tx, Chat, ct);
            (await Chats.Save(tx, Chat, row!.Version, $"{row.State} {number}", ct)).ShouldBeTrue();
        }, Ct)).ToList();
        gate.SetResult();
        await Task.WhenAll([first, .. writes]);

        var last = await temp.Store.Read((tx, ct) => Chats.Load(tx, Chat, ct), Ct);
        last!.State.Split(' ').Skip(1).Select(int.Parse).ShouldBe(Enumerable.Range(1, 50), ignoreOrder: TestEngine.IsPostgres);
        last.Version.ShouldBe(51);
    }

    [Fact]
    public async Task a_reader_sees_one_state_while_others_write_and_holds_up_nobody()
    {
        await using var temp = await TempStore.Open();
        await temp.Store.Write((tx, ct) => Chats.Save(tx, Chat, 0, "before", ct), Ct);

        var (first, second) = await temp.Store.Read(async (tx, ct) =>
        {
            var before = await Chats.Load(tx, Chat, ct);
            await temp.Store.Write((other, stop) => Chats.Save(other, Chat, 1, "after", stop), ct);
            return (before, await Chats.Load(tx, Chat, ct));
        }, Ct);

        first!.State.ShouldBe("before");
        second.ShouldBe(first);
        (await temp.Store.Read((tx, ct) => Chats.Load(tx, Chat, ct), Ct))!.State.ShouldBe("after");
    }

    [Fact]
    public async Task a_reader_does_not_see_what_is_not_committed_yet()
    {
        await using var temp = await TempStore.Open();
        await temp.Store.Write(async (tx, ct) =>
        {
            await Chats.Save(tx, Chat, 0, "not yet", ct);
            (await temp.Store.Read((other, stop) => Chats.Load(other, Chat, stop), ct)).ShouldBeNull();
        }, Ct);
    }

    [Fact]
    public async Task more_readers_than_connections_wait_for_one_another()
    {
        await using var temp = await TempStore.Open();
        var gate = new TaskCompletionSource();
        var reads = Enumerable.Range(0, 20).Select(_ => temp.Store.Read(async (tx, ct) =>
        {
            await gate.Task;
            return await Chats.Load(tx, Chat, ct);
        }, Ct)).ToList();
        gate.SetResult();

        (await Task.WhenAll(reads)).ShouldAllBe(row => row == null);
    }

    [Fact]
    public async Task a_write_inside_a_write_is_refused_instead_of_waiting_for_ever()
    {
        await using var temp = await TempStore.Open();

        await Should.ThrowAsync<InvalidOperationException>(Eventually.Ends(
            temp.Store.Write((_, ct) => temp.Store.Write((tx, stop) => Chats.Save(tx, Chat, 0, "", stop), ct), Ct)));
    }

    [Fact]
    public async Task what_a_write_has_started_may_write_when_that_write_is_over()
    {
        await using var temp = await TempStore.Open();
        var over = new TaskCompletionSource();
        async Task<bool> Later()
        {
            await over.Task;
            return await temp.Store.Write((tx, ct) => Chats.Save(tx, Chat, 0, "later", ct), Ct);
        }

        var later = await temp.Store.Write((_, _) => Task.FromResult(new { Task = Later() }), Ct);
        over.SetResult();

        (await later.Task).ShouldBeTrue();
    }

    [Fact]
    public async Task a_transaction_that_is_over_refuses_statements()
    {
        await using var temp = await TempStore.Open();
        var escaped = await temp.Store.Write((tx, _) => Task.FromResult(tx), Ct);

        await Should.ThrowAsync<InvalidOperationException>(() => Chats.Load(escaped, Chat, Ct));
    }

    [Fact(Skip = "On PostgreSQL writes do not queue up.", SkipType = typeof(TestEngine), SkipUnless = nameof(TestEngine.IsSqlite))]
    public async Task a_writer_who_gives_up_waiting_changes_nothing_and_leaves_the_queue_in_order()
    {
        await using var temp = await TempStore.Open();
        using var impatient = new CancellationTokenSource();
        var gate = new TaskCompletionSource();
        var first = temp.Store.Write((_, _) => gate.Task, Ct);
        var second = temp.Store.Write((tx, ct) => Chats.Save(tx, Chat, 0, "second", ct), impatient.Token);
        var third = temp.Store.Write((tx, ct) => Chats.Save(tx, Chat, 0, "third", ct), Ct);

        await impatient.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(second);
        gate.SetResult();
        await first;

        (await third).ShouldBeTrue();
        (await temp.Store.Read((tx, ct) => Chats.Load(tx, Chat, ct), Ct))!.State.ShouldBe("third");
    }

    [Fact(Skip = "Only SQLite has a file.", SkipType = typeof(TestEngine), SkipUnless = nameof(TestEngine.IsSqlite))]
    public async Task the_folder_of_the_file_is_made_and_the_disk_is_told_to_keep_every_commit()
    {
        await using var temp = await TempStore.Open();
        var file = Path.Combine(Path.GetDirectoryName(temp.File)!, "new", "folder", "lavka.db");
        await using var store = Store.Open($"Data Source={file}", temp.Clock);
        await store.Migrate([Schema.Durable], Ct);

        File.Exists(file).ShouldBeTrue();
        var settings = await store.Write(async (tx, ct) => (
            await tx.Sql("pragma journal_mode").First(row => row.Text(0), ct),
            await tx.Sql("pragma synchronous").First(row => row.Int(0), ct),
            await tx.Sql("pragma foreign_keys").First(row => row.Int(0), ct)), Ct);
        settings.ShouldBe(("wal", 2, 1));
    }
}
