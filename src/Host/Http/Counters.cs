using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Lavka.Host;

/// <summary>
/// The sums of this host's own counters since its start, as lines of Prometheus' text format (prometheus.io, Exposition formats, 0.0.4).
/// Counters of another host in the same process are not among them.
/// </summary>
public sealed class Counters : IDisposable
{
    private const string Ours = "Lavka.";

    private readonly ConcurrentDictionary<(Instrument Counter, string Labels), long> _sums = new();
    private readonly MeterListener _listener = new();

    public Counters(IMeterFactory meters)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument is Counter<long> && instrument.Meter.Scope == meters && instrument.Meter.Name.StartsWith(Ours, StringComparison.Ordinal))
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((counter, value, tags, _) => _sums.AddOrUpdate((counter, Labels(tags)), value, (_, sum) => sum + value));
        _listener.Start();
    }

    /// <summary>By name, then by labels.</summary>
    public IEnumerable<string> Lines() =>
        from sum in _sums
        group sum by sum.Key.Counter into counter
        orderby counter.Key.Name
        from line in counter
            .Select(sum => $"{counter.Key.Name}_total{sum.Key.Labels} {sum.Value}").Order(StringComparer.Ordinal)
            .Prepend($"# TYPE {counter.Key.Name}_total counter")
            .Prepend($"# HELP {counter.Key.Name}_total {counter.Key.Description}")
        select line;

    public void Dispose() => _listener.Dispose();

    private static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        List<string> labels = [];
        foreach (var (name, value) in tags) labels.Add($"{name}=\"{Escaped(value?.ToString() ?? "")}\"");
        return labels.Count == 0 ? "" : $"{{{string.Join(',', labels)}}}";
    }

    private static string Escaped(string value) =>
        value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
