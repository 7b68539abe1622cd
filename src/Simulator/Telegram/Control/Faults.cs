using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Lavka.Simulator.Telegram.Control;

/// <summary>The faults that wait; of several that fit the oldest strikes. Each is gone after its number of times.</summary>
public sealed class Faults
{
    private const int Fine = 1_000_000;

    private readonly Lock _gate = new();
    private readonly List<Fault> _faults = [];
    private long _count;

    public IReadOnlyList<Fault> All
    {
        get
        {
            lock (_gate)
                return [.. _faults];
        }
    }

    /// <summary>The fault with the number it got.</summary>
    public Fault Add(Fault fault)
    {
        lock (_gate)
        {
            fault = fault with { Id = ++_count, Struck = 0 };
            _faults.Add(fault);
            return fault;
        }
    }

    /// <summary>False when there is none with this number (any more).</summary>
    public bool TakeBack(long id)
    {
        lock (_gate)
            return _faults.RemoveAll(fault => fault.Id == id) > 0;
    }

    /// <summary>The fault for this call, used once by it; null for a call that goes well.</summary>
    public Fault? TakeForCall(long bot, string method, long? person) => Take(fault => fault.HitsCall(bot, method, person));

    /// <summary>The fault for this update; null for one that arrives as it should.</summary>
    public Fault? TakeForUpdate(long bot, string kind, JsonNode payload) => Take(fault => fault.HitsUpdate(bot, kind, (long?)payload["from"]?["id"]));

    public void Clear()
    {
        lock (_gate)
            _faults.Clear();
    }

    private Fault? Take(Predicate<Fault> hits)
    {
        lock (_gate)
        {
            var at = _faults.FindIndex(fault => hits(fault) && RandomNumberGenerator.GetInt32(Fine) < fault.Probability * Fine);
            if (at < 0)
                return null;
            var fault = _faults[at] = _faults[at] with { Struck = _faults[at].Struck + 1 };
            if (fault.IsUsedUp)
                _faults.RemoveAt(at);
            return fault;
        }
    }
}
