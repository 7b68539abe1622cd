namespace Lavka.Simulator.Carrier.Control;

/// <summary>The failures still to come, in the order they were asked for. Each strike is counted once, however many requests run at a time.</summary>
public sealed class FaultPlan
{
    private readonly Lock _gate = new();
    private readonly List<Fault> _faults = [];

    public IReadOnlyList<Fault> All
    {
        get
        {
            lock (_gate)
                return [.. _faults];
        }
    }

    public void Add(Fault fault)
    {
        lock (_gate)
            _faults.Add(fault);
    }

    public void Clear()
    {
        lock (_gate)
            _faults.Clear();
    }

    /// <summary>The fault that strikes this request, if any; it has one strike less afterwards.</summary>
    public Fault? Take(HttpRequest request)
    {
        lock (_gate)
        {
            var index = _faults.FindIndex(fault => fault.Strikes(request.Method, request.Path));
            if (index < 0)
                return null;
            var fault = _faults[index];
            if (fault.Times > 1)
                _faults[index] = fault with { Times = fault.Times - 1 };
            else
                _faults.RemoveAt(index);
            return fault;
        }
    }
}
