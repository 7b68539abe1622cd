using System.Collections.Concurrent;

namespace Lavka.Simulator.Carrier.Rating;

/// <summary>The rates given out. Those that expired over an hour ago are forgotten; before that they are known as expired.</summary>
public sealed class RateBook(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, QuotedRate> _rates = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<QuotedRate> _byAge = new();

    public void Add(QuotedRate rate)
    {
        _rates[rate.Id] = rate;
        _byAge.Enqueue(rate);
        var forgotten = time.GetUtcNow().AddHours(-1);
        while (_byAge.TryPeek(out var oldest) && oldest.ExpiresAt < forgotten && _byAge.TryDequeue(out oldest))
            _rates.TryRemove(oldest.Id, out _);
    }

    public QuotedRate? Find(string rateId) => _rates.GetValueOrDefault(rateId);

    public void Clear()
    {
        _rates.Clear();
        _byAge.Clear();
    }
}
