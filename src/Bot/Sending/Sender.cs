using Lavka.Durable;
using Lavka.Talk;
using Microsoft.Extensions.Logging;

namespace Lavka.Bot;

/// <summary>
/// Carries one bot's outbox to its messenger: in order within a chat, chats side by side, answers before bulk, no chat faster than the messenger allows. What the messenger
/// took is marked at once; a crash between the two can repeat one new message per chat on its way, never lose one, and a repeated edit changes nothing. Bulk is never repeated.
/// One sender per bot.
/// </summary>
public sealed class Sender
{
    private static readonly TimeSpan Doubt = TimeSpan.FromMilliseconds(100);

    private readonly BotId _bot;
    private readonly Store _store;
    private readonly SenderOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger<Sender> _log;
    private readonly Dictionary<string, Task> _served = [];

    private readonly Pulse _news = new();
    private readonly Limits _limits;
    private readonly Silence _silence;
    private readonly Reach _reach;
    private readonly Marks _marks;
    private readonly Calls _calls;
    private readonly Lookout _lookout;
    private readonly SetBack _setBack;
    private Lines _lines = new();
    private Func<bool> _isSure = () => true;
    private Task _mail = Task.CompletedTask;

    /// <summary>The end of a call is news even when nothing else is known to wait in its chat.</summary>
    private volatile bool _waitsForEnds;

    public Sender(BotId bot, Store store, IChannel channel, SenderOptions options, TimeProvider clock, ILogger<Sender> log)
    {
        (_bot, _store, _options, _clock, _log) = (bot, store, options, clock, log);
        (_limits, _silence, _reach) = (new Limits(options, clock), new Silence(options.PerSecondAfterSilence, clock), new Reach(clock));
        _marks = new Marks(bot, store, _silence, _reach, clock, log);
        (_calls, _lookout, _setBack) = (new Calls(store, channel, options, _limits, _marks), new Lookout(bot, store, options), new SetBack(clock));
    }

    /// <summary>Sends until it is stopped; then finishes the calls that are on their way and waits until the store has taken what became of them.</summary>
    public Task Run(CancellationToken ct) => Run(() => true, ct);

    /// <summary>The same for one program of several: it calls the messenger only while it is sure that no other one does. May be run again when it has ended.</summary>
    public async Task Run(Func<bool> isSure, CancellationToken ct)
    {
        using var tray = _store.OpenTray(_bot, _news);
        // What was known in an earlier run others may have sent since then.
        (_isSure, _lines) = (isSure, new Lines());
        _lookout.Forget();
        try
        {
            while (!ct.IsCancellationRequested) await Round(tray, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // Asked to stop: what is under way is finished below.
        }
        await Task.WhenAll(Serving());
    }

    private async Task Round(Tray tray, CancellationToken ct)
    {
        (var news, _waitsForEnds) = (_news.Next, true);
        if (_mail.IsCompleted)
        {
            _mail = _store.NewMail.Next;
            _lookout.Again();
        }
        var sleep = Lookout.Longest;
        try
        {
            if (_setBack.Happened()) await Hasten(ct);
            sleep = await Serve(tray, ct) ?? sleep;
            if (_limits.Rest is { } rest && rest < sleep) sleep = rest;
        }
        catch (StoreFault fault)
        {
            _log.LogError(fault, "The outbox of {Bot} cannot be read: {Kind}", _bot, fault.Kind);
            _lookout.Again();
            sleep = TimeSpan.FromSeconds(1);
        }
        // Timers count whole milliseconds and would fire a little early, again and again.
        await Pulse.Wait(Task.WhenAny(_mail, news), TimeSpan.FromMilliseconds(Math.Ceiling(sleep.TotalMilliseconds)), _clock, ct);
    }

    /// <summary>The clock was set back: what was put off would wait that much longer.</summary>
    private async Task Hasten(CancellationToken ct)
    {
        await _store.Write((tx, stop) => Outbox.Hasten(tx, _bot, stop), ct);
        _lookout.Again();
        _setBack.Mended();
    }

    /// <summary>Sets off whatever may go now; says how long there will be nothing more to do, null when only news can tell.</summary>
    private async Task<TimeSpan?> Serve(Tray tray, CancellationToken ct)
    {
        var now = _clock.GetUtcNow();
        var free = await Free(tray, ct);
        if (!_isSure()) return Doubt;
        if (_silence.Left is var left && left > TimeSpan.Zero) return left;
        if (_reach.IsLost)
        {
            if (free < _options.Parallel) return null;
            if (_reach.Wait is var pause && pause > TimeSpan.Zero) return pause;
            free = 1;
        }
        // What only the outbox knows of is older than what is known here: it gets its half of the places. Bulk comes after all that is known.
        var held = free > 0 && _lookout.Wait(now) == TimeSpan.Zero ? Begin(await _lookout.Look((free + 1) / 2, ChatsKnown(), now, ct), ref free) : null;
        for (; held is null && free > 0 && Known() is { } entry; free--) held = Begin(entry);
        held ??= BeginBulk(ref free);
        if (free <= 0 || held is not null) return held;
        lock (_served)
        {
            _waitsForEnds = false;
            return _lines.HasAsked ? TimeSpan.Zero : _lookout.Wait(now);
        }
    }

    /// <summary>Sets off as many as there are places; says how long to wait when one may not go yet. Those who did not go are found again.</summary>
    private TimeSpan? Begin(IEnumerable<OutboxEntry> found, ref int free)
    {
        foreach (var entry in found)
        {
            if (_limits.HoldsBack(entry)) continue;
            var held = free > 0 ? Begin(entry) : null;
            if (free <= 0 || held is not null)
            {
                _lookout.Again();
                return held;
            }
            free--;
        }
        return null;
    }

    /// <summary>The same for bulk. What does not go now stays at hand.</summary>
    private TimeSpan? BeginBulk(ref int free)
    {
        while (free > 0 && _lookout.Bulk is { } entry)
        {
            if (!IsServed(entry) && !_limits.HoldsBack(entry))
            {
                if (Begin(entry) is { } held) return held;
                free--;
            }
            _lookout.TakeBulk();
        }
        return null;
    }

    /// <summary>The chats of which something is known here.</summary>
    private HashSet<string> ChatsKnown()
    {
        lock (_served) return [.. _served.Keys, .. _lines.Waiting, .. _limits.Resting];
    }

    private bool IsServed(OutboxEntry entry)
    {
        lock (_served) return _served.ContainsKey(entry.Row.Chat.Chat);
    }

    /// <summary>How many calls may be added to those on their way, after all news was heard and every chat was asked about that is known too little of.</summary>
    private async Task<int> Free(Tray tray, CancellationToken ct)
    {
        IReadOnlyList<string> asked;
        lock (_served)
        {
            foreach (var entry in tray.Take()) _lines.Join(entry);
            foreach (var chat in _limits.TakeRested()) _lines.GoOn(chat);
            asked = [.. _lines.TakeAsked(_options.Parallel).Where(chat => !_served.ContainsKey(chat))];
        }
        if (asked.Count > 0)
        {
            var lanes = await _store.Read((tx, stop) => Lanes(tx, asked, stop), ct);
            lock (_served)
                for (var at = 0; at < asked.Count; at++)
                    if (!_lines.Fill(asked[at], lanes[at])) _lookout.Again();
        }
        lock (_served) return _options.Parallel - _served.Count;
    }

    private async Task<IReadOnlyList<IReadOnlyList<OutboxEntry>>> Lanes(StoreTransaction tx, IReadOnlyList<string> chats, CancellationToken ct)
    {
        var lanes = new List<IReadOnlyList<OutboxEntry>>();
        foreach (var chat in chats) lanes.Add(await Outbox.Lane(tx, new ChatKey(_bot, chat), Lines.Longest, ct));
        return lanes;
    }

    /// <summary>What waits at the head of a line that is known here.</summary>
    private OutboxEntry? Known()
    {
        lock (_served)
        {
            while (_lines.Next() is { } entry)
                if (!_limits.HoldsBack(entry)) return entry;
            return null;
        }
    }

    /// <summary>Sets it off; how long to wait when it may not go yet.</summary>
    private TimeSpan? Begin(OutboxEntry entry)
    {
        if (_limits.Wait(entry) is { } full) return full;
        lock (_served)
        {
            if (_silence.Take() is { } wait)
            {
                _lines.GiveBack(entry);
                return wait;
            }
            if (_reach.IsLost) _reach.Probe();
            _lines.Begin(entry);
            _limits.Count(entry);
            _served[entry.Row.Chat.Chat] = Deliver(entry);
            return null;
        }
    }

    private async Task Deliver(OutboxEntry entry)
    {
        await Task.Yield();
        string? sent = null;
        try
        {
            // Another call was answered with 429 since this one was taken up: it waits with all the others. So it does when the program has stood still meanwhile.
            if (await _calls.Make(entry, () => _silence.Left <= TimeSpan.Zero && _isSure()) is { } delivery)
            {
                await _marks.Record(entry, delivery);
                sent = (delivery as Delivery.Sent)?.MessageId;
            }
        }
        catch (Exception e)
        {
            _log.LogError(e, "Message {Seq} of {Chat} could not be sent and waits", entry.Row.Seq, entry.Row.Chat);
            await _marks.Record(entry, new Delivery.Failed(e.GetType().Name));
        }
        finally
        {
            bool isNews;
            lock (_served)
            {
                _served.Remove(entry.Row.Chat.Chat);
                _lines.End(entry, sent);
                isNews = _waitsForEnds || sent is null || _lines.HasWork;
            }
            if (isNews) _news.Beat();
        }
    }

    private Task[] Serving()
    {
        lock (_served) return [.. _served.Values];
    }
}
