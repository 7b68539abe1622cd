using Lavka.Durable;
using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Stored.Durable;

public sealed class OutboxTests
{
    private static readonly BotId Bot = new("labels");
    private static readonly HashSet<string> Nobody = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task only_the_lowest_row_of_a_chat_is_handed_out_and_the_next_when_it_is_sent()
    {
        await using var temp = await TempStore.Open();
        await Add(temp.Store, Say("anna", 2), Say("anna", 1), Say("boris", 1));

        (await Due(temp.Store)).ShouldBe(["anna 1", "boris 1"], ignoreOrder: true);
        await Sent(temp.Store, "anna", 1, "m1");
        (await Due(temp.Store)).ShouldBe(["boris 1", "anna 2"], ignoreOrder: true);
        (await temp.Store.Read((tx, ct) => Outbox.MessageIdOf(tx, new ChatKey(Bot, "anna"), 1, ct), Ct)).ShouldBe("m1");
    }

    [Fact]
    public async Task a_row_that_waits_holds_back_the_later_rows_of_its_chat_and_no_other_chat()
    {
        await using var temp = await TempStore.Open();
        await Add(temp.Store, Say("anna", 1), Say("anna", 2), Say("boris", 1));
        var due = temp.Clock.GetUtcNow().AddSeconds(30);
        await temp.Store.Write((tx, ct) => Outbox.Reschedule(tx, new ChatKey(Bot, "anna"), 1, due, "no connection", ct), Ct);

        (await Due(temp.Store)).ShouldBe(["boris 1"]);
        (await temp.Store.Read((tx, ct) => Outbox.NextDue(tx, Bot, ct), Ct)).ShouldBe(due);

        temp.Clock.Advance(TimeSpan.FromSeconds(30));
        (await Due(temp.Store)).ShouldBe(["anna 1", "boris 1"], ignoreOrder: true);
        (await temp.Store.Read((tx, ct) => Outbox.Due(tx, Bot, Nobody, 1, ct), Ct))[0].Attempt.ShouldBe(2);
        (await temp.Store.Read((tx, ct) => Outbox.NextDue(tx, Bot, ct), Ct)).ShouldBeNull();
    }

    /// <summary>After an outage nearly all that waits is of chats that are being served: paged through, it held the sender up for seconds.</summary>
    [Fact, Covers("faults:F9")]
    public async Task one_look_finds_who_stands_behind_a_thousand_messages_of_chats_that_are_served()
    {
        await using var temp = await TempStore.Open();
        await Add(temp.Store, [.. Enumerable.Range(0, 1000).Select(at => Say($"busy \" {at % 7}", 1 + (at / 7)))]);
        temp.Clock.Advance(TimeSpan.FromSeconds(1));
        await Add(temp.Store, Say("anna", 1));
        List<string> asked = [];
        temp.Store.WhenAsked(asked.Add);

        (await Due(temp.Store, served: [.. Enumerable.Range(0, 7).Select(at => $"busy \" {at}")])).ShouldBe(["anna 1"]);

        asked.Count.ShouldBe(1);
    }

    [Fact]
    [Covers("faults:F9")]
    public async Task interactive_goes_before_bulk_and_the_oldest_first()
    {
        await using var temp = await TempStore.Open();
        foreach (var row in new[] { Bulk("anna", 1), Bulk("boris", 1), Say("vera", 1), Say("gleb", 1) })
        {
            await Add(temp.Store, row);
            temp.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        (await Due(temp.Store)).ShouldBe(["vera 1", "gleb 1", "anna 1", "boris 1"]);
        (await Due(temp.Store, limit: 2)).ShouldBe(["vera 1", "gleb 1"]);
    }

    [Fact]
    public async Task an_answer_does_not_wait_for_the_broadcast_that_stands_before_it_in_its_chat()
    {
        await using var temp = await TempStore.Open();
        await Add(temp.Store, Bulk("anna", 1), Bulk("boris", 1), Bulk("vera", 1));
        await Add(temp.Store, Say("vera", 2));

        (await Due(temp.Store, limit: 1)).ShouldBe(["vera 1"]);
        (await temp.Store.Read((tx, ct) => Outbox.Due(tx, Bot, Nobody, 1, ct), Ct))[0].Row.Urgency.ShouldBe(Urgency.Bulk);
        await Sent(temp.Store, "vera", 1, "m1");
        (await Due(temp.Store, limit: 1)).ShouldBe(["vera 2"]);
    }

    [Fact]
    public async Task chats_that_are_being_served_are_left_out_and_do_not_crowd_out_the_others()
    {
        await using var temp = await TempStore.Open();
        await Add(temp.Store, Say("anna", 1), Say("boris", 1), Say("vera", 1));
        var first = await Due(temp.Store, limit: 2);

        var rest = await Due(temp.Store, limit: 1, served: [.. first.Select(entry => entry.Split(' ')[0])]);

        first.Concat(rest).ShouldBe(["anna 1", "boris 1", "vera 1"], ignoreOrder: true);
    }

    [Fact]
    public async Task bots_do_not_see_each_others_rows()
    {
        await using var temp = await TempStore.Open();
        await Add(temp.Store, Say("anna", 1) with { Chat = new ChatKey(new BotId("vpn"), "anna") });

        (await Due(temp.Store)).ShouldBeEmpty();
    }

    [Fact]
    [Covers("faults:F2")]
    public async Task after_a_crash_the_unsent_rows_are_found_at_once_and_the_sent_ones_never()
    {
        await using var temp = await TempStore.Open();
        await Add(temp.Store, Say("anna", 1), Say("anna", 2));
        await Sent(temp.Store, "anna", 1, "m1");
        (await Due(temp.Store)).ShouldBe(["anna 2"]);

        (await Due(await temp.Reopen())).ShouldBe(["anna 2"]);
    }

    [Fact]
    public async Task an_edit_knows_its_message_once_that_is_sent()
    {
        await using var temp = await TempStore.Open();
        await Add(temp.Store, Say("anna", 1), Edit("anna", 2, of: 1), Say("anna", 3) with { Act = "Strip", EditsMessage = "m0" });
        await Sent(temp.Store, "anna", 1, "m1");
        (await Head(temp.Store)).Target.ShouldBe("m1");
        await Sent(temp.Store, "anna", 2, "m1");
        (await Head(temp.Store)).Target.ShouldBe("m0");
    }

    [Fact]
    public async Task an_edit_whose_message_was_dropped_is_dropped_with_it_and_what_it_does_not_concern_stays()
    {
        await using var temp = await TempStore.Open();
        await Add(temp.Store, Say("anna", 1), Edit("anna", 2, of: 1), Edit("anna", 3, of: 2), Edit("anna", 4, of: 1) with { EditsMessage = "m0" }, Say("anna", 5));
        await Add(temp.Store, Say("boris", 1), Edit("boris", 2, of: 1));
        await temp.Store.Write((tx, ct) => Outbox.Drop(tx, new ChatKey(Bot, "anna"), 1, "refused", ct), Ct);

        (await Due(temp.Store)).ShouldBe(["anna 4", "boris 1"], ignoreOrder: true);
        await Sent(temp.Store, "anna", 4, "m0");
        await Add(temp.Store, Edit("anna", 6, of: 3));
        await Sent(temp.Store, "anna", 5, "m5");
        (await Due(temp.Store)).ShouldBe(["boris 1"]);
    }

    [Fact]
    public async Task a_sent_row_forgets_its_body_keeps_its_message_and_is_pruned_when_it_is_old()
    {
        await using var temp = await TempStore.Open();
        await Add(temp.Store, Say("anna", 1), Say("anna", 2));
        await Sent(temp.Store, "anna", 1, "m1");
        (await temp.Store.Read((tx, ct) => tx.Sql("select body from outbox where seq = 1").First(row => row.Text(0), ct), Ct)).ShouldBe("");

        temp.Clock.Advance(TimeSpan.FromDays(90));
        (await Pruning.Run(temp.Store, new Retention(), Ct)).ShouldBe(0);
        temp.Clock.Advance(TimeSpan.FromSeconds(1));
        (await Pruning.Run(temp.Store, new Retention(), Ct)).ShouldBe(1);
        (await Due(temp.Store)).ShouldBe(["anna 2"]);
    }

    [Fact]
    public async Task marking_twice_changes_nothing_the_second_time()
    {
        await using var temp = await TempStore.Open();
        await Add(temp.Store, Say("anna", 1));
        await Sent(temp.Store, "anna", 1, "m1");
        await temp.Store.Write((tx, ct) => Outbox.Drop(tx, new ChatKey(Bot, "anna"), 1, "too late", ct), Ct);
        await Sent(temp.Store, "anna", 1, "m2");

        (await temp.Store.Read((tx, ct) => Outbox.MessageIdOf(tx, new ChatKey(Bot, "anna"), 1, ct), Ct)).ShouldBe("m1");
    }

    private static OutboxRow Say(string chat, long seq) => new(new ChatKey(Bot, chat), seq, "Say", null, null, "{}", Urgency.Interactive, null);

    private static OutboxRow Bulk(string chat, long seq) => Say(chat, seq) with { Urgency = Urgency.Bulk };

    private static OutboxRow Edit(string chat, long seq, long of) => Say(chat, seq) with { Act = "Replace", EditsSeq = of };

    private static Task Add(Store store, params OutboxRow[] rows) => store.Write(async (tx, ct) =>
    {
        foreach (var row in rows) await Outbox.Add(tx, row, ct);
    }, Ct);

    private static Task Sent(Store store, string chat, long seq, string message) =>
        store.Write((tx, ct) => Outbox.MarkSent(tx, new ChatKey(Bot, chat), seq, message, ct), Ct);

    private static async Task<OutboxEntry> Head(Store store) => (await store.Read((tx, ct) => Outbox.Due(tx, Bot, Nobody, 10, ct), Ct)).ShouldHaveSingleItem();

    private static async Task<string[]> Due(Store store, int limit = 10, HashSet<string>? served = null) =>
        [.. (await store.Read((tx, ct) => Outbox.Due(tx, Bot, served ?? Nobody, limit, ct), Ct)).Select(entry => $"{entry.Row.Chat.Chat} {entry.Row.Seq}")];
}
