using Lavka.Simulator.Telegram.State;

namespace Lavka.Simulator.Telegram.Delivery;

/// <summary>
/// Carries a bot's updates to its webhook: one at a time and in order within a queue, queues side by side.
/// An update that is not taken holds up its own queue only, until it is taken or expires. At least once: an offer cut short is made again.
/// A webhook that says 410 for more than 23 hours is taken away.
/// </summary>
public sealed class WebhookCourier(BotAccount bot, Webhook webhook, PendingUpdates pending, WebhookReplies replies, Action gone, TimeProvider time)
    : IAsyncDisposable
{
    private const int Taken = 200;
    private const int Gone = 410;
    private static readonly TimeSpan GoneFor = TimeSpan.FromHours(23);

    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Dictionary<long, Task> _walks = [];
    private readonly WebhookClient _client = new(webhook);
    private readonly Connections _connections = new(webhook.MaxConnections, time);
    private DateTimeOffset? _goneSince;

    /// <summary>The last thing that went wrong.</summary>
    public DeliveryError? LastError { get; private set; }

    /// <summary>Something waits in this queue; whoever is walking it already will find it.</summary>
    public void Wake(long queue)
    {
        lock (_gate)
            if (!_walks.ContainsKey(queue))
                _walks[queue] = Task.Run(() => Walk(queue, _stop.Token), _stop.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        Task[] walks;
        lock (_gate)
            walks = [.. _walks.Values];
        await Task.WhenAll(walks).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _client.Dispose();
        _connections.Dispose();
        _stop.Dispose();
    }

    private async Task Walk(long queue, CancellationToken cancellationToken)
    {
        while (Next(queue) is { } update)
        {
            await Deliver(update, cancellationToken);
            pending.Remove(update);
        }
    }

    private PendingUpdate? Next(long queue)
    {
        lock (_gate)
        {
            if (pending.HeadOf(queue) is { } head)
                return head;
            _walks.Remove(queue);
            return null;
        }
    }

    /// <summary>Returns when the update is taken or not worth offering any more.</summary>
    private async Task Deliver(PendingUpdate update, CancellationToken cancellationToken)
    {
        await Pause(update.NotBefore - time.GetUtcNow(), cancellationToken);
        while (update.Place is not null && update.ExpiresAt >= time.GetUtcNow())
        {
            switch (await Offer(update, cancellationToken))
            {
                case DeliveryAttempt.Taken taken:
                    Note(Taken);
                    await replies.Run(bot, taken, cancellationToken);
                    return;
                case DeliveryAttempt.Failed failed:
                    var now = time.GetUtcNow();
                    LastError = new DeliveryError(now, failed.Reason);
                    if (failed.Status is { } status)
                        Note(status);
                    var wait = update.Backoff.Fail(failed.RetryAfter);
                    if (now + wait > update.ExpiresAt)
                        return;
                    await Pause(wait, cancellationToken);
                    break;
            }
        }
    }

    private async Task Pause(TimeSpan wait, CancellationToken cancellationToken)
    {
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, time, cancellationToken);
    }

    /// <summary>Any answer but 410 ends a row of them; a broken connection is no answer.</summary>
    private void Note(int status)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            _goneSince = status == Gone ? _goneSince ?? now : null;
            if (now - _goneSince > GoneFor)
                gone();
        }
    }

    private async Task<DeliveryAttempt> Offer(PendingUpdate update, CancellationToken cancellationToken)
    {
        await _connections.Take(cancellationToken);
        var attempt = await _client.Offer(update, cancellationToken);
        _connections.Return(attempt is DeliveryAttempt.Taken, attempt is DeliveryAttempt.Failed { Status: null });
        return attempt;
    }
}
