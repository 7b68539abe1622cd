using Lavka.Durable;
using Lavka.Talk;
using Microsoft.Extensions.Logging;

namespace Lavka.Bot;

/// <summary>
/// Writes down what became of every call. What the messenger took must not be sent again, so a mark is tried until the store takes it, also after the sender was stopped:
/// whoever follows it, here or in another program, finds the message sent or still to be marked, and a mark that comes too late changes nothing.
/// </summary>
internal sealed class Marks
{
    private static readonly TimeSpan LongestBackOff = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestInOutage = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    private readonly BotId _bot;
    private readonly Silence _silence;
    private readonly Reach _reach;
    private readonly TimeProvider _clock;
    private readonly ILogger<Sender> _log;
    private readonly GroupCommit<Mark, bool> _group;
    private readonly GroupCommit<OutboxRow, bool> _calls;

    public Marks(BotId bot, Store store, Silence silence, Reach reach, TimeProvider clock, ILogger<Sender> log)
    {
        (_bot, _silence, _reach, _clock, _log) = (bot, silence, reach, clock, log);
        _group = new GroupCommit<Mark, bool>(store, Put, static marks => marks.All(mark => mark is { Plain: not null, IsBack: false }));
        _calls = new GroupCommit<OutboxRow, bool>(store, Outbox.Doubt, static _ => true);
    }

    /// <summary>Before a call that must not be made twice: whoever finds the row with a doubt knows that the program died in it.</summary>
    /// <returns>False when it does not wait any more, and the call must not be made.</returns>
    /// <exception cref="StoreFault">It is not on record, and the call must not be made.</exception>
    public Task<bool> Call(OutboxEntry entry) => _calls.Write(entry.Row);

    public async Task Record(OutboxEntry entry, Delivery delivery)
    {
        var isBack = false;
        if (delivery is Delivery.Failed or Delivery.Unknown) _reach.Lost();
        else isBack = _reach.Found();
        if (delivery is Delivery.Wait wait)
        {
            _silence.Keep(wait.For);
            _log.LogWarning("{Bot} is asked to be silent for {Seconds} s", _bot, wait.For.TotalSeconds);
        }
        for (var pause = TimeSpan.FromMilliseconds(100); ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                await _group.Write(new Mark(entry, delivery, isBack));
                return;
            }
            catch (StoreFault fault)
            {
                _log.LogError(fault, "Message {Seq} of {Chat} is not marked yet: {Kind}", entry.Row.Seq, entry.Row.Chat, fault.Kind);
                await Task.Delay(pause, _clock, CancellationToken.None);
            }
        }
    }

    private async Task<IReadOnlyList<bool>> Put(StoreTransaction tx, IReadOnlyList<Mark> marks, CancellationToken ct)
    {
        await Outbox.MarkSent(tx, [.. marks.Select(mark => mark.Plain).OfType<OutboxSent>()], ct);
        foreach (var mark in marks.Where(mark => mark.Plain is null)) await Put(tx, mark.Entry, mark.Delivery, ct);
        if (marks.Any(mark => mark.IsBack)) await Outbox.Hasten(tx, _bot, ct);
        return new bool[marks.Count];
    }

    private async Task Put(StoreTransaction tx, OutboxEntry entry, Delivery delivery, CancellationToken ct)
    {
        var (chat, seq) = (entry.Row.Chat, entry.Row.Seq);
        var doubts = delivery is Delivery.Unknown ? entry.Doubts + 1 : entry.Doubts;
        if (entry.Row.Urgency is Urgency.Bulk || doubts != entry.Doubts) await Outbox.Doubt(tx, chat, seq, doubts, ct);
        switch (delivery)
        {
            case Delivery.Sent sent:
                if (entry.Row.EditsSeq is { } edited && entry.Target is not null && entry.Target != sent.MessageId) await Outbox.Move(tx, chat, edited, sent.MessageId, ct);
                await Outbox.MarkSent(tx, chat, seq, sent.MessageId, ct);
                break;
            case Delivery.Wait wait:
                await Outbox.Reschedule(tx, chat, seq, tx.Now + wait.For, "429", ct);
                break;
            case Delivery.Unreachable gone:
                _log.LogInformation("{Chat} cannot be reached: {Why}", chat, gone.Why);
                await Chats.MarkUnreachable(tx, chat, ct);
                await Outbox.Close(tx, chat, gone.Why, ct);
                break;
            case Delivery.Gone gone:
                await Outbox.Drop(tx, chat, seq, gone.Why, ct);
                break;
            case Delivery.Refused refused:
                _log.LogWarning("The messenger refused message {Seq} of {Chat}: {Why}", seq, chat, refused.Why);
                await Outbox.Drop(tx, chat, seq, refused.Why, ct);
                break;
            case Delivery.Failed failed:
                await Outbox.Reschedule(tx, chat, seq, tx.Now + BackOff(entry.Attempt), failed.Why, ct);
                break;
            case Delivery.Unknown unknown when entry.Row.Urgency is Urgency.Interactive:
                // A receipt that comes twice is better than one that never comes.
                await Outbox.Reschedule(tx, chat, seq, tx.Now + BackOff(entry.Attempt), unknown.Why, ct);
                break;
            case Delivery.Unknown unknown:
                await Outbox.Drop(tx, chat, seq, unknown.Why, ct);
                break;
        }
    }

    /// <summary>In an outage the messenger is asked by one call a second, whichever it is; a message must not be late because it was that one.</summary>
    private TimeSpan BackOff(int attempt)
    {
        var (wait, longest) = (TimeSpan.FromSeconds(Math.Pow(2, Math.Min(attempt, 10) - 1)), _reach.IsLost ? LongestInOutage : LongestBackOff);
        return wait < longest ? wait : longest;
    }

    private sealed record Mark(OutboxEntry Entry, Delivery Delivery, bool IsBack)
    {
        /// <summary>Set when it was sent as it was to be and nothing else is to be told of it: most are.</summary>
        public OutboxSent? Plain { get; } = Delivery is Delivery.Sent sent
            && (Entry.Row.EditsSeq is null || Entry.Target is null || Entry.Target == sent.MessageId)
                ? new OutboxSent(Entry.Row.Chat, Entry.Row.Seq, sent.MessageId, Entry.Doubts)
                : null;
    }
}
