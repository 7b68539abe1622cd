using System.Collections.Concurrent;

namespace Lavka.Simulator.OxaPay.Control;

/// <summary>The failures still to come, one for each request, in the order they were asked for.</summary>
public sealed class FaultPlan
{
    private readonly ConcurrentQueue<Fault> _faults = new();

    public void Add(FaultRequest request)
    {
        var fault = new Fault(request.Kind!.Value, TimeSpan.FromSeconds(request.Seconds ?? 5));
        for (var strike = 0; strike < (request.Times ?? 1); strike++)
            _faults.Enqueue(fault);
    }

    /// <summary>What is still to come, in the words in which it was asked for.</summary>
    public IReadOnlyList<FaultRequest> All =>
        [.. _faults.GroupBy(fault => fault).Select(alike => new FaultRequest(alike.Key.Kind, alike.Count(), alike.Key.Slowness.TotalSeconds))];

    public Fault? Take() => _faults.TryDequeue(out var fault) ? fault : null;

    public void Clear() => _faults.Clear();
}
