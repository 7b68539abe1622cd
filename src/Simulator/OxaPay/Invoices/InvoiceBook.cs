using System.Globalization;

namespace Lavka.Simulator.OxaPay.Invoices;

/// <summary>All invoices, oldest first. A change is made under one lock: what an invoice looked like when it was decided on is what is changed.</summary>
public sealed class InvoiceBook(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Invoice> _invoices = new(StringComparer.Ordinal);
    private long _lastTrackId;

    public IReadOnlyList<Invoice> All
    {
        get
        {
            lock (_gate)
                return [.. _invoices.Values];
        }
    }

    public Invoice? Find(string trackId)
    {
        lock (_gate)
            return _invoices.GetValueOrDefault(trackId);
    }

    public Invoice Add(InvoiceTerms terms)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            // They rise with the clock, so a restarted simulator does not repeat them.
            _lastTrackId = Math.Max(_lastTrackId + 1, now.ToUnixTimeSeconds() % 1_000_000_000);
            var trackId = _lastTrackId.ToString(CultureInfo.InvariantCulture);
            return _invoices[trackId] = new(trackId, terms, now, now.AddMinutes(terms.Lifetime), InvoiceStatus.New, Coin: null, Transfer: null);
        }
    }

    /// <summary>The invoice as changed, or null when it is unknown or the change does not apply to it.</summary>
    public Invoice? Change(string trackId, Func<Invoice, Invoice?> change)
    {
        lock (_gate)
        {
            if (!_invoices.TryGetValue(trackId, out var invoice) || change(invoice) is not { } changed)
                return null;
            return _invoices[trackId] = changed;
        }
    }

    public void Clear()
    {
        lock (_gate)
            _invoices.Clear();
    }
}
