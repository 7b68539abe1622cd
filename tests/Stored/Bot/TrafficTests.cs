using System.Text.Json;
using Lavka.Bot;
using Lavka.Durable;
using Lavka.Kit;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Stored.Bot;

/// <summary>
/// A sender that hears of messages in memory, from the outbox and from other programs, all at once. Whatever comes first: each chat gets its messages in their order,
/// and none is lost or sent twice. A chat may get five at once, so each of them rests again and again.
/// </summary>
public sealed class TrafficTests
{
    private const int Chats = 4;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<int> Seeds { get; } = [.. Enumerable.Range(1, 8)];

    [Theory]
    [MemberData(nameof(Seeds))]
    [Covers("faults:F9")]
    public async Task whoever_wrote_it_and_whatever_fails_each_chat_gets_its_messages_in_order_and_once(int seed)
    {
        await using var floor = await TinyShop.Open();
        await using var other = Store.Open(floor.Temp.Database, floor.Temp.Clock);
        var chance = new Random(seed);
        var chats = Enumerable.Range(0, Chats).ToDictionary(chat => FormattableString.Invariant($"{chat}"), chat => new Talked(FormattableString.Invariant($"{chat}")));
        var failing = new Random(-seed);
        floor.Messenger.Fate = _ =>
        {
            lock (failing) return failing.Next(12) == 0 ? new Delivery.Failed("no connection") : null;
        };
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var sender = floor.Sender(new SenderOptions { Parallel = 3, ChatBurst = 5 }).Run(stop.Token);

        for (var step = 0; step < 60; step++)
        {
            var talked = chats[FormattableString.Invariant($"{chance.Next(Chats)}")];
            var isOurs = chance.Next(4) > 0;
            var rows = Enumerable.Range(0, chance.Next(10) == 0 ? 70 : chance.Next(1, 4)).Select(_ => talked.Next(chance)).ToList();
            await (isOurs ? floor.Temp.Store : other).Write((tx, ct) => Outbox.Add(tx, rows, ct), Ct);
            // News of others may be lost; then the next piece tells of both.
            if (!isOurs && chance.Next(3) > 0) floor.Temp.Store.NewMail.Beat();
            if (chance.Next(5) == 0) floor.Temp.Clock.Advance(TimeSpan.FromSeconds(chance.Next(1, 4)));
        }
        floor.Messenger.Fate = _ => null;
        await Eventually.Holds(async () =>
        {
            floor.Temp.Clock.Advance(TimeSpan.FromSeconds(1));
            floor.Temp.Store.NewMail.Beat();
            return await floor.Count("outbox where state = 'Waiting'") == 0;
        });
        await stop.CancelAsync();
        await Eventually.Ends(sender);

        foreach (var (chat, talked) in chats) floor.Messenger.In(chat).Select(shown => shown.Message.Html).ShouldBe(talked.Texts);
    }

    /// <summary>What was said in one chat: the number of the last row, and each message as it stands after all changes.</summary>
    private sealed class Talked(string chat)
    {
        private readonly List<(long Seq, string Text)> _messages = [];
        private long _seq;

        public IEnumerable<string> Texts => _messages.Select(message => message.Text);

        /// <summary>A new message, or now and then a change of an earlier one.</summary>
        public OutboxRow Next(Random chance)
        {
            var text = FormattableString.Invariant($"{chat}/{++_seq}");
            var edited = _messages.Count > 0 && chance.Next(5) == 0 ? chance.Next(_messages.Count) : -1;
            if (edited < 0) _messages.Add((_seq, text));
            else _messages[edited] = _messages[edited] with { Text = text };
            return new OutboxRow(
                new ChatKey(BotFloor<TinyDesk>.Id, chat), _seq, edited < 0 ? nameof(Act.Say) : nameof(Act.Replace), edited < 0 ? null : _messages[edited].Seq, null,
                JsonSerializer.Serialize(new Message(text, []), MessageJson.Default.Message), Urgency.Interactive, null);
        }
    }
}
