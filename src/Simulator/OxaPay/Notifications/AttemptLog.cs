using System.Collections.Concurrent;

namespace Lavka.Simulator.OxaPay.Notifications;

/// <summary>The last 5,000 attempts, oldest first.</summary>
public sealed class AttemptLog
{
    private const int Most = 5_000;
    private readonly ConcurrentQueue<Attempt> _attempts = new();

    public IReadOnlyList<Attempt> All => [.. _attempts];

    public void Add(Attempt attempt)
    {
        _attempts.Enqueue(attempt);
        while (_attempts.Count > Most && _attempts.TryDequeue(out _))
        {
        }
    }

    public void Clear() => _attempts.Clear();
}
