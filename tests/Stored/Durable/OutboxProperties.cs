using FsCheck;
using FsCheck.Fluent;
using Lavka.Durable;
using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Stored.Durable;

public sealed class OutboxProperties
{
    private static readonly BotId Bot = new("labels");
    private static readonly HashSet<string> Nobody = [];

    private static readonly Arbitrary<List<Step>> Schedules =
        (from what in Gen.Elements(Enum.GetValues<What>()) from chat in Gen.Choose(0, 3) from which in Gen.Choose(0, 5) select new Step(what, chat, which))
        .ListOf().Resize(60).ToArbitrary();

    /// <summary>One thing that happens; <paramref name="Which"/> picks the edited row, the served head or the number of seconds.</summary>
    private sealed record Step(What What, int Chat, int Which);

    private enum What
    {
        Say,
        Announce,
        Edit,
        Send,
        Postpone,
        Drop,
        Pass,
    }

    private enum State
    {
        Waiting,
        Sent,
        Dropped,
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    [Covers("faults:F9")]
    public async Task whatever_is_said_sent_postponed_and_dropped_exactly_the_heads_that_are_due_are_handed_out_in_their_order()
    {
        await using var temp = await TempStore.Open();

        Prop.ForAll(Schedules, schedule => Play(temp, schedule)).QuickCheckThrowOnFailure();
    }

    private static async Task Play(TempStore temp, List<Step> schedule)
    {
        await temp.Store.Write((tx, ct) => tx.Sql("delete from outbox").Run(ct), Ct);
        var rows = new List<Said>();
        foreach (var (what, chat, which) in schedule)
        {
            temp.Clock.Advance(TimeSpan.FromSeconds(what is What.Pass ? which * 10 : 1));
            if (what is What.Say or What.Announce or What.Edit) await Say(what, new ChatKey(Bot, $"c{chat}"), which);
            else if (what is not What.Pass) await Serve(what, which);
        }
        while (rows.Any(row => row.State is State.Waiting))
        {
            temp.Clock.Advance(TimeSpan.FromMinutes(1));
            await Serve(What.Send, 0);
        }
        (await Heads()).ShouldBeEmpty();

        async Task Say(What what, ChatKey chat, int which)
        {
            var earlier = rows.Where(row => row.Row.Chat == chat).ToList();
            var edited = what is What.Edit && earlier.Count > 0 ? earlier[which % earlier.Count] : null;
            var row = new OutboxRow(chat, earlier.Count + 1, edited is null ? "Say" : "Replace", edited?.Row.Seq, null, "{}",
                what is What.Announce ? Urgency.Bulk : Urgency.Interactive, null);
            await temp.Store.Write((tx, ct) => Outbox.Add(tx, row, ct), Ct);
            var state = edited?.State is State.Dropped ? State.Dropped : State.Waiting;
            rows.Add(new Said(row, temp.Clock.GetUtcNow()) { State = state, Due = temp.Clock.GetUtcNow() });
            if (state is State.Waiting && row.Urgency is Urgency.Interactive)
                foreach (var said in rows.Where(said => said.Row.Chat == chat)) said.IsHurried = true;
        }

        async Task Serve(What what, int which)
        {
            var heads = await Heads();
            heads.Select(head => (head.Row, head.AddedAt)).ShouldBe(Expected().Select(said => (said.Row, said.AddedAt)));
            if (heads.Count == 0) return;
            var head = heads[which % heads.Count];
            head.Target.ShouldBe(head.Row.EditsSeq is null ? null : rows.Single(row => row.Row.Chat == head.Row.Chat && row.Row.Seq == head.Row.EditsSeq).Message);
            if (head.Row.EditsSeq is not null) head.Target.ShouldNotBeNull();
            var said = rows.Single(row => row.Row == head.Row);
            await temp.Store.Write((tx, ct) => what switch
            {
                What.Send => Outbox.MarkSent(tx, head.Row.Chat, head.Row.Seq, head.Target ?? $"m{head.Row.Seq}", ct),
                What.Postpone => Outbox.Reschedule(tx, head.Row.Chat, head.Row.Seq, tx.Now.AddSeconds(15), "503", ct),
                _ => Outbox.Drop(tx, head.Row.Chat, head.Row.Seq, "refused", ct),
            }, Ct);
            if (what is What.Postpone) said.Due = temp.Clock.GetUtcNow().AddSeconds(15);
            else if (what is What.Drop) Drop(said);
            else (said.State, said.Message) = (State.Sent, head.Target ?? $"m{head.Row.Seq}");
        }

        void Drop(Said said)
        {
            said.State = State.Dropped;
            foreach (var edit in rows.Where(row => row.State is State.Waiting && row.Row.Chat == said.Row.Chat && row.Row.EditsSeq == said.Row.Seq)) Drop(edit);
        }

        Task<IReadOnlyList<OutboxEntry>> Heads() => temp.Store.Read((tx, ct) => Outbox.Due(tx, Bot, Nobody, 100, ct), Ct);

        IEnumerable<Said> Expected() =>
            from said in rows
            where said.State is State.Waiting
            group said by said.Row.Chat into chat
            let head = chat.MinBy(said => said.Row.Seq)
            where head.Due <= temp.Clock.GetUtcNow()
            orderby head.IsHurried descending, head.AddedAt
            select head;
    }

    private sealed record Said(OutboxRow Row, DateTimeOffset AddedAt)
    {
        public State State { get; set; }

        public DateTimeOffset Due { get; set; }

        /// <summary>It is interactive, or something interactive was said behind it in its chat.</summary>
        public bool IsHurried { get; set; }

        public string? Message { get; set; }
    }
}
