namespace Lavka.Simulator.Telegram.Delivery;

/// <summary>
/// The connections to one webhook. While deliveries succeed, up to ten new ones open every half second until the bot's limit;
/// when none succeeded for ten seconds there is one connection, opened anew at most every two seconds. An open one is used again at once.
/// </summary>
public sealed class Connections(int limit, TimeProvider time) : IDisposable
{
    private const int NewPerWindow = 10;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Probe = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Health = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly Queue<TaskCompletionSource> _waiting = new();
    private readonly Queue<DateTimeOffset> _opened = new();
    private DateTimeOffset _lastSuccess = DateTimeOffset.MinValue;
    private int _open;
    private int _idle;
    private ITimer? _timer;

    /// <summary>Waits for a connection; those who waited longest go first.</summary>
    public Task Take(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var wait = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Enqueue(wait);
            Serve();
            return wait.Task.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Gives it back after an offer.</summary>
    public void Return(bool success, bool lost)
    {
        lock (_gate)
        {
            if (success)
                _lastSuccess = time.GetUtcNow();
            if (lost)
                _open--;
            else
                _idle++;
            Serve();
        }
    }

    public void Dispose()
    {
        lock (_gate)
            _timer?.Dispose();
    }

    private void Serve()
    {
        while (_waiting.Count > 0 && (_idle > 0 || TryOpen()))
        {
            _idle--;
            _waiting.Dequeue().SetResult();
        }
    }

    private bool TryOpen()
    {
        var now = time.GetUtcNow();
        var healthy = now - _lastSuccess < Health;
        var (window, perWindow, most) = healthy ? (Window, NewPerWindow, limit) : (Probe, 1, 1);
        while (_opened.TryPeek(out var first) && now - first >= Probe)
            _opened.Dequeue();
        if (_open >= most)
            return false;
        var recent = _opened.Where(at => now - at < window).ToArray();
        if (recent.Length >= perWindow)
        {
            TryAgainAfter(recent[0] + window - now);
            return false;
        }
        _opened.Enqueue(now);
        _open++;
        _idle++;
        return true;
    }

    private void TryAgainAfter(TimeSpan wait)
    {
        _timer?.Dispose();
        _timer = time.CreateTimer(_ => ServeLater(), state: null, wait, Timeout.InfiniteTimeSpan);
    }

    private void ServeLater()
    {
        lock (_gate)
            Serve();
    }
}
