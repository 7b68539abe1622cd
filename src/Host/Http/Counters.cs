using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Lavka.Host;

/// <summary>
/// The sums of this host's own counters since its start, and how its histograms are spread, as lines of Prometheus' text format (prometheus.io, Exposition formats, 0.0.4).
/// Instruments of another host in the same process are not among them.
/// </summary>
public sealed class Counters : IDisposable
{
    private const string Ours = "Lavka.";

    private readonly ConcurrentDictionary<Place, Sum> _sums = new();
    private readonly ConcurrentDictionary<Place, Spread> _spreads = new();
    private readonly MeterListener _listener = new();

    public Counters(IMeterFactory meters)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument is Counter<long> or Histogram<double> && instrument.Meter.Scope == meters && instrument.Meter.Name.StartsWith(Ours, StringComparison.Ordinal))
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((counter, value, tags, _) => At(_sums, counter, tags, static (_, labels) => new Sum(labels)).Add(value));
        _listener.SetMeasurementEventCallback<double>((histogram, value, tags, _) =>
            At(_spreads, histogram, tags, static (named, labels) => new Spread(labels, ((Histogram<double>)named).Advice?.HistogramBucketBoundaries ?? [])).Add(value));
        _listener.Start();
    }

    /// <summary>By name, then by labels; counters first.</summary>
    public IEnumerable<string> Lines() =>
    [
        .. from sum in _sums
           group sum.Value by sum.Key.Instrument into counter
           orderby counter.Key.Name
           from line in Headed($"{counter.Key.Name}_total", "counter", counter.Key, counter.Select(sum => sum.Line($"{counter.Key.Name}_total")).Order(StringComparer.Ordinal))
           select line,
        .. from spread in _spreads
           group spread.Value by spread.Key.Instrument into histogram
           orderby histogram.Key.Name
           from line in Headed(histogram.Key.Name, "histogram", histogram.Key, histogram.OrderBy(spread => spread.Labels, StringComparer.Ordinal).SelectMany(spread => spread.Lines(histogram.Key.Name)))
           select line,
    ];

    public void Dispose() => _listener.Dispose();

    private static IEnumerable<string> Headed(string name, string type, Instrument instrument, IEnumerable<string> lines) =>
        [$"# HELP {name} {instrument.Description}", $"# TYPE {name} {type}", .. lines];

    /// <summary>An instrument is always used with the same names, so the values tell its series apart; only a new one has to be written out.</summary>
    private static T At<T>(ConcurrentDictionary<Place, T> series, Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags, Func<Instrument, string, T> create)
    {
        var place = new Place(instrument, tags.Length > 0 ? tags[0].Value : null, tags.Length > 1 ? tags[1].Value : null, tags.Length > 2 ? Labels(tags[2..]) : null);
        return series.TryGetValue(place, out var known) ? known : series.GetOrAdd(place, create(instrument, Labels(tags)));
    }

    private static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        List<string> labels = [];
        foreach (var (name, value) in tags) labels.Add($"{name}=\"{Escaped(value?.ToString() ?? "")}\"");
        return string.Join(',', labels);
    }

    private static string Escaped(string value) =>
        value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private readonly record struct Place(Instrument Instrument, object? First, object? Second, string? Others);

    private sealed class Sum(string labels)
    {
        private long _value;

        public void Add(long value) => Interlocked.Add(ref _value, value);

        public string Line(string name) => $"{name}{(labels.Length == 0 ? "" : $"{{{labels}}}")} {Interlocked.Read(ref _value)}";
    }
}
