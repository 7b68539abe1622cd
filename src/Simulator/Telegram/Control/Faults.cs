namespace Lavka.Simulator.Telegram.Control;

/// <summary>The faults that wait for their calls; each is used up after its number of times, the oldest first.</summary>
public sealed class Faults
{
    private readonly Lock _gate = new();
    private readonly List<Fault> _faults = [];

    public void Add(Fault fault)
    {
        lock (_gate)
            _faults.Add(fault);
    }

    /// <summary>The fault for this call, used once by it; null for a call that goes well.</summary>
    public Fault? Take(long bot, string method)
    {
        lock (_gate)
        {
            var at = _faults.FindIndex(fault => fault.Hits(bot, method));
            if (at < 0)
                return null;
            var fault = _faults[at];
            if (fault.Times > 1)
                _faults[at] = fault with { Times = fault.Times - 1 };
            else
                _faults.RemoveAt(at);
            return fault;
        }
    }

    public void Clear()
    {
        lock (_gate)
            _faults.Clear();
    }
}
