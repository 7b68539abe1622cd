using System.Collections.Concurrent;

namespace Lavka.Simulator.Carrier.Control;

/// <summary>The last 5,000 requests to the API, oldest first.</summary>
public sealed class RequestLog
{
    private const int Most = 5_000;
    private readonly ConcurrentQueue<RecordedRequest> _requests = new();

    public IReadOnlyList<RecordedRequest> All => [.. _requests];

    public void Add(RecordedRequest request)
    {
        _requests.Enqueue(request);
        while (_requests.Count > Most && _requests.TryDequeue(out _))
        {
        }
    }

    public void Clear() => _requests.Clear();
}
