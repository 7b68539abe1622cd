using System.Text.Json;
using Lavka.Durable;
using Lavka.Talk;
using Microsoft.Extensions.Logging;

namespace Lavka.Bot;

/// <summary>
/// Carries one bot's outbox to its messenger: in order within a chat, chats side by side, answers before bulk. What the messenger took is marked at once; a crash
/// between the two can repeat one new message per chat on its way, never lose one, and a repeated edit changes nothing. One sender per bot.
/// </summary>
public sealed class Sender(BotId bot, Store store, IChannel channel, SenderOptions options, TimeProvider clock, ILogger<Sender> log)
{
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestBackOff = TimeSpan.FromMinutes(5);

    private readonly Dictionary<string, Task> _served = [];
    private readonly Pulse _freed = new();
    private readonly Pace _bulk = new(options.BulkPerSecond, clock);
    private long _silentUntil;

    /// <summary>Sends until it is stopped; then finishes the calls that are on their way.</summary>
    public async Task Run(CancellationToken ct)
    {
        try
        {
            while (!ct.IsCancellationRequested) await Round(ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // Asked to stop: what is under way is finished below.
        }
        await Task.WhenAll(Serving());
    }

    private async Task Round(CancellationToken ct)
    {
        var (mail, freed) = (store.NewMail.Next, _freed.Next);
        var sleep = LongestSleep;
        try
        {
            sleep = await Serve(ct) ?? sleep;
        }
        catch (StoreFault fault)
        {
            log.LogError(fault, "The outbox of {Bot} cannot be read: {Kind}", bot, fault.Kind);
            sleep = TimeSpan.FromSeconds(1);
        }
        await Pulse.Wait(Task.WhenAny(mail, freed), sleep, clock, ct);
    }

    /// <summary>Sets off whatever may go now; says how long there will be nothing more to do, null when only news can tell.</summary>
    private async Task<TimeSpan?> Serve(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var silence = DateTimeOffset.FromUnixTimeMilliseconds(Interlocked.Read(ref _silentUntil)) - now;
        if (silence > TimeSpan.Zero) return silence;
        HashSet<string> served;
        lock (_served) served = [.. _served.Keys];
        var free = options.Parallel - served.Count;
        if (free <= 0) return null;
        var (due, next) = await store.Read(async (tx, stop) => await Look(tx, served, free, stop), ct);
        foreach (var entry in due)
        {
            if (entry.Row.Urgency is Urgency.Bulk && !_bulk.Take()) return _bulk.Wait;
            lock (_served) _served[entry.Row.Chat.Chat] = Deliver(entry, ct);
        }
        return next - now;
    }

    /// <summary>Both by one look at the clock: what falls due between two looks would be seen by neither.</summary>
    private async Task<(IReadOnlyList<OutboxEntry> Due, DateTimeOffset? Next)> Look(StoreTransaction tx, IReadOnlySet<string> served, int free, CancellationToken ct)
    {
        var due = await Outbox.Due(tx, bot, served, free, ct);
        return (due, due.Count < free ? await Outbox.NextDue(tx, bot, ct) : null);
    }

    private async Task Deliver(OutboxEntry entry, CancellationToken ct)
    {
        await Task.Yield();
        try
        {
            var content = entry.Row.File is { } file ? await store.Read((tx, stop) => Files.Load(tx, file, stop), CancellationToken.None) : null;
            var message = JsonSerializer.Deserialize(entry.Row.Body, MessageJson.Default.Message) ?? throw new JsonException("A message in the outbox cannot be null.");
            var dispatch = new Dispatch(entry.Row.Chat.Chat, Enum.Parse<Act>(entry.Row.Act), message, entry.Target, content?.Content ?? default);
            var delivery = dispatch is { Act: not Act.Say, Target: null }
                ? new Delivery.Refused("the message to change was never sent")
                : await channel.Deliver(dispatch, CancellationToken.None);
            await Record(entry, delivery, ct);
        }
        catch (Exception e)
        {
            log.LogError(e, "Message {Seq} of {Chat} could not be sent and waits", entry.Row.Seq, entry.Row.Chat);
            await Record(entry, new Delivery.Failed(e.GetType().Name), ct);
        }
        finally
        {
            lock (_served) _served.Remove(entry.Row.Chat.Chat);
            _freed.Beat();
        }
    }

    /// <summary>What the messenger took must not be sent again, so the mark is tried until the store takes it.</summary>
    private async Task Record(OutboxEntry entry, Delivery delivery, CancellationToken ct)
    {
        for (var wait = TimeSpan.FromMilliseconds(100); ; wait *= 2)
        {
            try
            {
                await store.Write((tx, stop) => Mark(tx, entry, delivery, stop), CancellationToken.None);
                return;
            }
            catch (StoreFault fault) when (!ct.IsCancellationRequested && wait < LongestBackOff)
            {
                log.LogError(fault, "Message {Seq} of {Chat} is not marked yet: {Kind}", entry.Row.Seq, entry.Row.Chat, fault.Kind);
                await Task.Delay(wait, clock, CancellationToken.None);
            }
        }
    }

    private async Task Mark(StoreTransaction tx, OutboxEntry entry, Delivery delivery, CancellationToken ct)
    {
        var (chat, seq) = (entry.Row.Chat, entry.Row.Seq);
        switch (delivery)
        {
            case Delivery.Sent sent:
                await Outbox.MarkSent(tx, chat, seq, sent.MessageId, ct);
                break;
            case Delivery.Wait wait:
                // Every call during the pause would make it longer, so the whole bot is silent.
                var until = tx.Now + wait.For;
                Interlocked.Exchange(ref _silentUntil, until.ToUnixTimeMilliseconds());
                log.LogWarning("{Bot} is asked to be silent for {Seconds} s", bot, wait.For.TotalSeconds);
                await Outbox.Reschedule(tx, chat, seq, until, "429", ct);
                break;
            case Delivery.Unreachable gone:
                log.LogInformation("{Chat} cannot be reached: {Why}", chat, gone.Why);
                await Chats.MarkUnreachable(tx, chat, ct);
                await Outbox.Drop(tx, chat, seq, gone.Why, ct);
                break;
            case Delivery.Refused refused:
                log.LogWarning("The messenger refused message {Seq} of {Chat}: {Why}", seq, chat, refused.Why);
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

    private Task[] Serving()
    {
        lock (_served) return [.. _served.Values];
    }

    private static TimeSpan BackOff(int attempt)
    {
        var wait = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(attempt, 10) - 1));
        return wait < LongestBackOff ? wait : LongestBackOff;
    }
}
