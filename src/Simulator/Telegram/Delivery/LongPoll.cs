namespace Lavka.Simulator.Telegram.Delivery;

/// <summary>
/// getUpdates. One request may wait at a time: a newer one, or a webhook, ends the older with 409.
/// Of several conflicts within three seconds the first is told at once, the others are held for three seconds.
/// </summary>
public sealed class LongPoll(PendingUpdates pending, TimeProvider time)
{
    public const string OtherPoll = "terminated by other getUpdates request; make sure that only one bot instance is running";
    public const string WebhookIsSet = "terminated by setWebhook request";
    public const string WebhookIsActive = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";

    private const int MostUpdates = 100;
    private const int MostBytes = 4 << 20;
    private const int BytesAround = 50;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(50);
    private static readonly TimeSpan ConflictPause = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Hurry = TimeSpan.FromSeconds(0.5);

    private readonly Lock _gate = new();
    private TaskCompletionSource<string?>? _waiting;
    private long? _lastOffset;
    private DateTimeOffset _lastStart = DateTimeOffset.MinValue;
    private DateTimeOffset _nextConflict = DateTimeOffset.MinValue;

    /// <summary>The pending updates from the offset on, after waiting for the first of them up to the time limit.</summary>
    public async Task<IReadOnlyList<PendingUpdate>> Ask(long offset, int limit, TimeSpan timeout, CancellationToken cancellationToken)
    {
        (limit, timeout) = Slow(offset, limit is > 0 and <= MostUpdates ? limit : MostUpdates, timeout < LongestWait ? timeout : LongestWait);
        var wait = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            Interrupt(OtherPoll);
            if (pending.From(offset, limit) is { Count: > 0 } found)
                return Fitting(found);
            if (timeout <= TimeSpan.Zero)
                return [];
            _waiting = wait;
        }
        if (await Outcome(wait, timeout, cancellationToken) is { } conflict)
            throw await Conflict(conflict, cancellationToken);
        return Fitting(pending.From(offset, limit));
    }

    /// <summary>There is something to give.</summary>
    public void Wake() => End(conflict: null);

    /// <summary>Ends the waiting request with 409.</summary>
    public void Interrupt(string conflict) => End(conflict);

    /// <summary>The refusal to throw, once its time has come.</summary>
    public async Task<RefusedException> Conflict(string conflict, CancellationToken cancellationToken)
    {
        var wait = TimeSpan.Zero;
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (now < _nextConflict)
                wait = ConflictPause;
            else
                _nextConflict = now + ConflictPause;
        }
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, time, cancellationToken);
        return RefusedException.Conflict(conflict);
    }

    private async Task<string?> Outcome(TaskCompletionSource<string?> wait, TimeSpan timeout, CancellationToken cancellationToken)
    {
        try
        {
            return await wait.Task.WaitAsync(timeout, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            return null;
        }
        finally
        {
            lock (_gate)
                if (_waiting == wait)
                    _waiting = null;
        }
    }

    /// <summary>A bot that asks for the same offset again and again is made to wait, and gets one update at a time.</summary>
    private (int Limit, TimeSpan Timeout) Slow(long offset, int limit, TimeSpan timeout)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            var since = offset == _lastOffset ? now - _lastStart : TimeSpan.MaxValue;
            (_lastOffset, _lastStart) = (offset, now);
            return (since < Hurry ? 1 : limit, since < ConflictPause && timeout < ConflictPause ? ConflictPause : timeout);
        }
    }

    private void End(string? conflict)
    {
        lock (_gate)
        {
            _waiting?.TrySetResult(conflict);
            _waiting = null;
        }
    }

    private static IReadOnlyList<PendingUpdate> Fitting(IReadOnlyList<PendingUpdate> updates)
    {
        var left = MostBytes;
        return [.. updates.TakeWhile(update => (left -= update.Json.Length + BytesAround) > 0)];
    }
}
