using Lavka.Durable;
using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Stored.Durable;

public sealed class GroupCommitTests
{
    private const int Many = 300;

    private static readonly BotId Bot = new("labels");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    [Covers("faults:F9")]
    public async Task what_comes_while_a_commit_is_on_its_way_goes_into_the_next_one_and_nobody_is_answered_before_his_own_is_there()
    {
        await using var temp = await TempStore.Open();
        var sizes = new List<int>();
        var group = new GroupCommit<int, bool>(temp.Store, (tx, items, ct) =>
        {
            lock (sizes) sizes.Add(items.Count);
            return Add(tx, items, ct);
        }, _ => false);

        await Task.WhenAll(Enumerable.Range(0, Many).Select(async number =>
        {
            (await group.Write(number)).ShouldBeTrue();
            (await Keys(temp.Store)).ShouldContain(Key(number));
        }));

        sizes.Sum().ShouldBe(Many);
        sizes.Count.ShouldBeLessThan(Many);
        sizes.Max().ShouldBeLessThanOrEqualTo(GroupCommit<int, bool>.Most);
    }

    [Fact]
    public async Task one_write_that_throws_spoils_none_of_the_others()
    {
        await using var temp = await TempStore.Open();
        var group = new GroupCommit<int, bool>(temp.Store, (tx, items, ct) =>
            items.Contains(13) ? throw new InvalidOperationException("thirteen") : Add(tx, items, ct), _ => false);

        var writes = Enumerable.Range(0, Many).Select(group.Write).ToList();

        (await Should.ThrowAsync<InvalidOperationException>(writes[13])).Message.ShouldBe("thirteen");
        foreach (var (number, write) in writes.Index())
            if (number != 13) (await write).ShouldBeTrue();
        (await Keys(temp.Store)).Count.ShouldBe(Many - 1);
    }

    [Fact]
    public async Task a_group_of_one_statement_is_on_the_disk_when_it_is_answered_and_wakes_who_waits_for_it()
    {
        await using var temp = await TempStore.Open();
        var woken = 0;
        var group = new GroupCommit<int, bool>(temp.Store, (tx, items, ct) =>
        {
            tx.AfterCommit(() => Interlocked.Increment(ref woken));
            return Add(tx, items, ct);
        }, items => items.Count == 1);

        // The second one finds a connection that has just been used, and needs no transaction.
        foreach (var number in new[] { 1, 2, 3 })
        {
            (await group.Write(number)).ShouldBeTrue();
            (await Keys(temp.Store)).ShouldContain(Key(number));
        }

        woken.ShouldBe(3);
    }

    [Fact]
    public async Task a_group_that_was_said_to_be_one_statement_and_is_two_is_told_so_before_the_second()
    {
        Assert.SkipUnless(TestEngine.IsPostgres, "Where a group is written row by row it has a transaction whatever is said of it.");
        await using var temp = await TempStore.Open();
        var group = new GroupCommit<int, bool>(temp.Store, (tx, items, ct) => Add(tx, [items[0], -items[0]], ct), _ => true);
        // The connection is new, so there is a transaction.
        (await group.Write(1)).ShouldBeTrue();

        (await Should.ThrowAsync<InvalidOperationException>(group.Write(2))).Message.ShouldContain("one statement");
        (await Keys(temp.Store)).ShouldBe([Key(1), Key(-1), Key(2)], ignoreOrder: true);
    }

    [Fact]
    public async Task of_turns_that_are_saved_together_each_is_held_to_its_own_version_and_only_a_saved_one_says_something()
    {
        await using var temp = await TempStore.Open();
        for (var number = 0; number < 20; number += 2)
            (await temp.Store.Write((tx, ct) => Chats.Save(tx, Chat(number), 0, "old", ct), Ct)).ShouldBeTrue();
        await temp.Store.Write((tx, ct) => Chats.Save(tx, Chat(4), 1, "somebody else's", ct), Ct);

        // Even chats are known by their version, odd ones are new; chat 4 has moved on, and chat 7 believes in a row that is not there.
        var saves = Enumerable.Range(0, 20).Select(number => new ChatSave(
            Chat(number), number == 7 || number % 2 == 0 ? 1 : 0, $"new {number}", [Row(number, 1), Row(number, 2)])).ToList();
        var saved = await temp.Store.Write((tx, ct) => Chats.Save(tx, saves, ct), Ct);

        saved.Select((isSaved, number) => (isSaved, number)).Where(one => !one.isSaved).Select(one => one.number).ShouldBe([4, 7]);
        foreach (var number in Enumerable.Range(0, 20))
        {
            var row = await temp.Store.Read((tx, ct) => Chats.Load(tx, Chat(number), ct), Ct);
            row?.State.ShouldBe(number == 4 ? "somebody else's" : $"new {number}");
            (await temp.Store.Read((tx, ct) => Outbox.Lane(tx, Chat(number), 10, ct), Ct)).Select(entry => entry.Row.Seq).ShouldBe(number is 4 or 7 ? [] : [1L, 2L]);
        }
        (await temp.Store.Read((tx, ct) => Chats.Load(tx, Chat(7), ct), Ct)).ShouldBeNull();
    }

    [Fact]
    public async Task what_is_said_together_changes_no_message_that_was_dropped_and_hurries_the_bulk_before_it()
    {
        await using var temp = await TempStore.Open();
        await temp.Store.Write(async (tx, ct) =>
        {
            for (var number = 0; number < 3; number++) await Chats.Save(tx, Chat(number), 0, "old", ct);
            await Outbox.Add(tx, Row(0, 1), ct);
            await Outbox.Add(tx, Row(1, 1), ct);
            await Outbox.Drop(tx, Chat(1), 1, "refused", ct);
            await Outbox.Add(tx, Row(2, 1) with { Urgency = Urgency.Bulk }, ct);
            await Outbox.Add(tx, Row(3, 1) with { Urgency = Urgency.Bulk }, ct);
        }, Ct);

        IReadOnlyList<ChatSave> saves =
        [
            new(Chat(0), 1, "new", [Row(0, 2) with { EditsSeq = 1 }]),
            new(Chat(1), 1, "new", [Row(1, 2) with { EditsSeq = 1 }, Row(1, 3), Row(1, 4) with { EditsSeq = 3 }]),
            new(Chat(2), 1, "new", [Row(2, 2)]),
        ];
        (await temp.Store.Write((tx, ct) => Chats.Save(tx, saves, ct), Ct)).ShouldAllBe(isSaved => isSaved);

        (await Lane(1)).ShouldBe([3L, 4L]);
        (await temp.Store.Read((tx, ct) => Outbox.Due(tx, Bot, new HashSet<string>(), 10, ct), Ct)).Select(entry => entry.Row.Chat.Chat).ShouldBe(["0", "2", "1", "3"], ignoreOrder: true);
        (await temp.Store.Read((tx, ct) => Outbox.Due(tx, Bot, new HashSet<string>(), 10, ct), Ct))[^1].Row.Chat.ShouldBe(Chat(3));

        async Task<IEnumerable<long>> Lane(int number) => (await temp.Store.Read((tx, ct) => Outbox.Lane(tx, Chat(number), 10, ct), Ct)).Select(entry => entry.Row.Seq);
    }

    [Fact]
    public async Task a_new_message_hurries_the_bulk_before_it_also_when_nothing_else_is_written()
    {
        await using var temp = await TempStore.Open();
        await temp.Store.Write((tx, ct) => Outbox.Add(tx, Row(3, 1) with { Urgency = Urgency.Bulk }, ct), Ct);
        temp.Clock.Advance(TimeSpan.FromSeconds(1));
        await temp.Store.Write(async (tx, ct) =>
        {
            await Chats.Save(tx, Chat(2), 0, "old", ct);
            await Outbox.Add(tx, Row(2, 1) with { Urgency = Urgency.Bulk }, ct);
        }, Ct);

        IReadOnlyList<ChatSave> saves = [new(Chat(2), 1, "new", [Row(2, 2)])];
        (await temp.Store.Write((tx, ct) => Chats.Save(tx, saves, ct), Ct)).ShouldBe([true]);

        var due = await temp.Store.Read((tx, ct) => Outbox.Due(tx, Bot, new HashSet<string>(), 10, ct), Ct);
        due.Select(entry => (entry.Row.Chat, entry.Row.Seq, entry.IsRushed)).ShouldBe([(Chat(2), 1L, true), (Chat(3), 1L, false)]);
    }

    private static ChatKey Chat(int number) => new(Bot, FormattableString.Invariant($"{number}"));

    private static OutboxRow Row(int number, long seq) => new(Chat(number), seq, "Say", null, null, "{}", Urgency.Interactive, null);

    private static string Key(int number) => FormattableString.Invariant($"k{number}");

    private static async Task<IReadOnlyList<bool>> Add(StoreTransaction tx, IReadOnlyList<int> numbers, CancellationToken ct)
    {
        var added = new List<bool>();
        foreach (var number in numbers) added.Add(await Jobs.Add(tx, new NewJob("count", Key(number), "", null, tx.Now), ct));
        return added;
    }

    private static Task<IReadOnlyList<string>> Keys(Store store) => store.Read((tx, ct) => tx.Sql("select key from jobs").All(row => row.Text(0), ct), Ct);
}
