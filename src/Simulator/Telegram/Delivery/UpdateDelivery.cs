using System.Text.Json.Nodes;
using Lavka.Simulator.Telegram.Control;
using Lavka.Simulator.Telegram.State;

namespace Lavka.Simulator.Telegram.Delivery;

/// <summary>
/// How one bot gets its updates: numbered in the order of their making, over its webhook while it has one, else by getUpdates.
/// Kinds the bot did not allow are never made.
/// </summary>
public sealed class UpdateDelivery : IAsyncDisposable
{
    private const int MostBytes = 1 << 16;
    private static readonly TimeSpan WebhookPace = TimeSpan.FromSeconds(1);

    private readonly BotAccount _bot;
    private readonly WebhookReplies _replies;
    private readonly Faults _faults;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _changing = new(1);
    private readonly CancellationTokenSource _stop = new();
    private readonly UpdateNumbers _numbers = new();
    private WebhookCourier? _courier;
    private DateTimeOffset _nextSet = DateTimeOffset.MinValue;
    private long _ownQueues = long.MinValue;

    public UpdateDelivery(BotAccount bot, WebhookReplies replies, Faults faults, TimeProvider time)
    {
        (_bot, _replies, _faults, _time) = (bot, replies, faults, time);
        Pending = new PendingUpdates(time);
        Poll = new LongPoll(Pending, time);
    }

    public PendingUpdates Pending { get; }

    public LongPoll Poll { get; }

    public Webhook? Webhook { get; private set; }

    /// <summary>The kinds the bot asked for; empty for the default set.</summary>
    public IReadOnlyList<string> Allowed { get; set; } = [];

    public DeliveryError? LastError => _courier?.LastError;

    /// <summary>Something happened that the bot shall hear of. A fault that was asked for may have it arrive twice, or after what happened later.</summary>
    public void Make(string kind, JsonNode payload)
    {
        var fault = _faults.TakeForUpdate(_bot.Id, kind, payload);
        switch (fault?.Kind)
        {
            case FaultKind.Duplicate when Enqueue(kind, payload) is { } first:
                Enqueue(kind, payload, first.Id);
                break;
            case FaultKind.Disorder when Webhook is not null:
                Enqueue(kind, payload, heldFor: TimeSpan.FromSeconds(fault.Seconds));
                break;
            case FaultKind.Disorder:
                _ = MakeLater(kind, payload, TimeSpan.FromSeconds(fault.Seconds));
                break;
            default:
                Enqueue(kind, payload);
                break;
        }
    }

    /// <summary>
    /// Puts an update on its way as it stands; with a number given, later updates count on from it. What is held has a queue of its own: the updates after it
    /// overtake it. Null when nobody will get it.
    /// </summary>
    public PendingUpdate? Enqueue(string kind, JsonNode payload, long? id = null, TimeSpan heldFor = default)
    {
        lock (_gate)
        {
            if (!IsAllowed(kind))
                return null;
            var now = _time.GetUtcNow();
            var queue = UpdateKind.QueueOf(kind, payload) ?? throw RefusedException.BadRequest($"an update of kind {kind} names no chat and no person");
            if (heldFor > TimeSpan.Zero)
                queue = _ownQueues++;
            if (id is { } given)
                _numbers.GoOnAfter(given);
            var number = id ?? _numbers.Next(now, Pending.Count == 0);
            var update = new PendingUpdate(number, kind, queue, UpdateKind.ExpiryOf(kind, payload, now), payload) { NotBefore = now + heldFor };
            if (update.Json.Length > MostBytes)
                return null;
            Pending.Add(update);
            _courier?.Wake(queue);
            Poll.Wake();
            return update;
        }
    }

    /// <summary>
    /// Delivers to an address from now on; false when all is as it was. Pending updates stay unless they shall be dropped. Refused when it is called twice in a second.
    /// </summary>
    public async Task<bool> Use(Webhook webhook, bool dropPending)
    {
        await _changing.WaitAsync();
        try
        {
            var now = _time.GetUtcNow();
            if (now < _nextSet)
                throw RefusedException.TooManyRequests(WebhookPace);
            _nextSet = now + WebhookPace;
            return await Change(webhook, dropPending);
        }
        finally
        {
            _changing.Release();
        }
    }

    /// <summary>Back to getUpdates; false when it was so already.</summary>
    public async Task<bool> UseNone(bool dropPending)
    {
        await _changing.WaitAsync();
        try
        {
            return await Change(webhook: null, dropPending);
        }
        finally
        {
            _changing.Release();
        }
    }

    /// <summary>The numbers of updates begin anew at a random one, as after a quiet week.</summary>
    public void Renumber()
    {
        lock (_gate)
            _numbers.BeginAnew();
    }

    /// <summary>Drops every pending update.</summary>
    public void Forget() => Pending.Clear();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await StopCourier();
        _changing.Dispose();
        _stop.Dispose();
    }

    private async Task MakeLater(string kind, JsonNode payload, TimeSpan later)
    {
        await Task.Delay(later, _time, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!_stop.IsCancellationRequested)
            Enqueue(kind, payload);
    }

    private async Task<bool> Change(Webhook? webhook, bool dropPending)
    {
        var changes = webhook != Webhook || (webhook is not null && dropPending);
        if (changes)
            await StopCourier();
        if (dropPending)
            Forget();
        if (changes)
            Start(webhook);
        return changes;
    }

    private void Start(Webhook? webhook)
    {
        lock (_gate)
        {
            Webhook = webhook;
            if (webhook is null)
                return;
            Poll.Interrupt(LongPoll.WebhookIsSet);
            _courier = new WebhookCourier(_bot, webhook, Pending, _replies, () => _ = UseNone(dropPending: false), _time);
            foreach (var queue in Pending.Queues)
                _courier.Wake(queue);
        }
    }

    private async Task StopCourier()
    {
        WebhookCourier? stopped;
        lock (_gate)
            (stopped, _courier) = (_courier, null);
        if (stopped is not null)
            await stopped.DisposeAsync();
    }

    private bool IsAllowed(string kind) => Allowed.Count == 0 ? UpdateKind.IsDefault(kind) : Allowed.Contains(kind);
}
