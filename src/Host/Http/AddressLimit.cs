using System.Net;

namespace Lavka.Host;

/// <summary>
/// How many calls an address may make within any window. Addresses are known for as long as their calls count, and never more than twice <see cref="MostAddresses"/>: when others come,
/// those are forgotten that were silent for longest, because to lock out somebody new could lock out the one who matters. It may be called from many threads.
/// </summary>
/// <param name="most">From 1.</param>
/// <param name="window">Wherever it begins.</param>
/// <param name="clock">It is asked only how much time has passed, so setting it changes nothing.</param>
public sealed class AddressLimit(int most, TimeSpan window, TimeProvider clock)
{
    /// <summary>So many call only when somebody holds a good part of the network.</summary>
    public const int MostAddresses = 1000;

    private readonly Lock _lock = new();
    private Dictionary<IPAddress, Queue<long>> _recent = [];
    private Dictionary<IPAddress, Queue<long>> _older = [];
    private long _turned = clock.GetTimestamp();

    /// <summary>Null when the call may be made: then it counts. Otherwise the time until the address may make one.</summary>
    public TimeSpan? Wait(IPAddress? address)
    {
        var owner = Owner(address);
        lock (_lock)
        {
            var now = clock.GetTimestamp();
            var calls = CallsOf(owner, now);
            while (calls.TryPeek(out var past) && clock.GetElapsedTime(past, now) >= window) calls.Dequeue();
            if (calls.Count >= most) return window - clock.GetElapsedTime(calls.Peek(), now);
            calls.Enqueue(now);
            return null;
        }
    }

    private Queue<long> CallsOf(IPAddress owner, long now)
    {
        // Whoever is dropped has not called since the last turn, a window ago.
        if (clock.GetElapsedTime(_turned, now) >= window || _recent.Count >= MostAddresses) (_older, _recent, _turned) = (_recent, [], now);
        if (_recent.TryGetValue(owner, out var calls)) return calls;
        if (!_older.Remove(owner, out calls)) calls = new Queue<long>();
        return _recent[owner] = calls;
    }

    /// <summary>The first half of an IPv6 address, because whoever has one may choose the second; an IPv4 address however it is written.</summary>
    internal static IPAddress Owner(IPAddress? address)
    {
        if (address is null) return IPAddress.None;
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        if (bytes.Length == 4) return address;
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }
}
