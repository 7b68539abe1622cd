using Lavka.Simulator.Carrier.Wire;

namespace Lavka.Simulator.Carrier.Labels;

/// <summary>The labels bought so far, found by their own id and by the shop's. An external id is taken once and for ever.</summary>
public sealed class LabelBook
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Label> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _byExternalId = new(StringComparer.Ordinal);

    public IReadOnlyList<Label> All
    {
        get
        {
            lock (_gate)
                return [.. _byId.Values];
        }
    }

    public Label? Find(string labelId)
    {
        lock (_gate)
            return _byId.GetValueOrDefault(labelId);
    }

    public Label? FindExternal(string externalId)
    {
        lock (_gate)
            return _byExternalId.TryGetValue(externalId, out var labelId) ? _byId[labelId] : null;
    }

    /// <summary>Sells under one lock, so that of two requests with the same external id at the same time exactly one is bought.</summary>
    public Purchase Sell(string externalId, Func<Purchase> sale)
    {
        lock (_gate)
        {
            if (_byExternalId.ContainsKey(externalId))
                return new Purchase.Refused([VendorError.Taken(externalId)]);
            var purchase = sale();
            if (purchase is Purchase.Bought(var label))
            {
                _byId.Add(label.Id, label);
                _byExternalId.Add(externalId, label.Id);
            }
            return purchase;
        }
    }

    /// <summary>Marks the label as voided and gives it back; null when it was voided before.</summary>
    public Label? TryVoid(string labelId, DateTimeOffset now)
    {
        lock (_gate)
        {
            var label = _byId[labelId];
            return label.VoidedAt is null ? _byId[labelId] = label with { VoidedAt = now } : null;
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _byId.Clear();
            _byExternalId.Clear();
        }
    }
}
