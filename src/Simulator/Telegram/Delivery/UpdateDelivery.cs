using System.Text.Json.Nodes;
using Lavka.Simulator.Telegram.State;

namespace Lavka.Simulator.Telegram.Delivery;

/// <summary>
/// How one bot gets its updates: numbered in the order of their making, over its webhook while it has one, else by getUpdates.
/// Kinds the bot did not allow are never made.
/// </summary>
public sealed class UpdateDelivery : IAsyncDisposable
{
    private const long FirstId = 500_000_001;
    private const int MostBytes = 1 << 16;
    private static readonly TimeSpan WebhookPace = TimeSpan.FromSeconds(1);

    private readonly BotAccount _bot;
    private readonly WebhookReplies _replies;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _changing = new(1);
    private long _nextId = FirstId;
    private WebhookCourier? _courier;
    private DateTimeOffset _lastChange = DateTimeOffset.MinValue;

    public UpdateDelivery(BotAccount bot, WebhookReplies replies, TimeProvider time)
    {
        (_bot, _replies, _time) = (bot, replies, time);
        Pending = new PendingUpdates(time);
        Poll = new LongPoll(Pending, time);
    }

    public PendingUpdates Pending { get; }

    public LongPoll Poll { get; }

    public Webhook? Webhook { get; private set; }

    /// <summary>The kinds the bot asked for; empty for the default set.</summary>
    public IReadOnlyList<string> Allowed { get; set; } = [];

    public DeliveryError? LastError => _courier?.LastError;

    /// <summary>Makes an update of a payload; with a number given, later updates count on from it. Null when nobody will get it.</summary>
    public PendingUpdate? Enqueue(string kind, JsonNode payload, long? id = null)
    {
        lock (_gate)
        {
            if (!IsAllowed(kind))
                return null;
            var queue = UpdateKind.QueueOf(kind, payload) ?? throw RefusedException.BadRequest($"an update of kind {kind} names no chat and no person");
            var update = new PendingUpdate(id ?? _nextId, kind, queue, UpdateKind.ExpiryOf(kind, payload, _time.GetUtcNow()), payload);
            _nextId = update.Id + 1;
            if (update.Json.Length > MostBytes)
                return null;
            Pending.Add(update);
            _courier?.Wake(queue);
            Poll.Wake();
            return update;
        }
    }

    /// <summary>Moves delivery to another address, or to getUpdates when there is none; false when nothing is new. Pending updates stay.</summary>
    public async Task<bool> Use(Webhook? webhook)
    {
        await _changing.WaitAsync();
        try
        {
            if (webhook == Webhook)
                return false;
            if (_time.GetUtcNow() - _lastChange < WebhookPace)
                throw RefusedException.TooManyRequests(WebhookPace);
            _lastChange = _time.GetUtcNow();
            await StopCourier();
            Start(webhook);
            return true;
        }
        finally
        {
            _changing.Release();
        }
    }

    /// <summary>Drops every pending update.</summary>
    public void Forget() => Pending.Clear();

    public async ValueTask DisposeAsync()
    {
        await StopCourier();
        _changing.Dispose();
    }

    private void Start(Webhook? webhook)
    {
        lock (_gate)
        {
            Webhook = webhook;
            if (webhook is null)
                return;
            Poll.Interrupt(LongPoll.WebhookIsSet);
            _courier = new WebhookCourier(_bot, webhook, Pending, _replies, _time);
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
