using Lavka.Simulator.Carrier.Wire;

namespace Lavka.Simulator.Carrier.Accounts;

/// <summary>The carriers that exist now and what their wallets hold, in cents. A payment is taken whole or not at all.</summary>
public sealed class CarrierAccounts
{
    private readonly Lock _gate = new();
    private IReadOnlyList<CarrierProfile> _carriers = [];
    private Dictionary<string, long> _balances = new(StringComparer.Ordinal);

    public CarrierAccounts() => Reset();

    public void Reset() => Set(CarrierCatalog.Usual);

    /// <summary>Makes exactly these the carriers of the account, with full wallets.</summary>
    public void Set(IReadOnlyList<CarrierProfile> carriers)
    {
        lock (_gate)
        {
            _carriers = carriers;
            _balances = carriers.Where(carrier => carrier.OpeningBalance is not null)
                .ToDictionary(carrier => carrier.Id, carrier => carrier.OpeningBalance!.Value, StringComparer.Ordinal);
        }
    }

    public CarrierProfile? Find(string carrierId)
    {
        lock (_gate)
            return _carriers.FirstOrDefault(carrier => carrier.Id.Equals(carrierId, StringComparison.Ordinal));
    }

    /// <summary>True when the carrier bills afterwards or its wallet held enough and the cents are taken.</summary>
    public bool TryTake(string carrierId, long cents)
    {
        lock (_gate)
        {
            if (!_balances.TryGetValue(carrierId, out var balance))
                return true;
            if (balance < cents)
                return false;
            _balances[carrierId] = balance - cents;
            return true;
        }
    }

    public void GiveBack(string carrierId, long cents)
    {
        lock (_gate)
        {
            if (_balances.TryGetValue(carrierId, out var balance))
                _balances[carrierId] = balance + cents;
        }
    }

    public CarriersResponse ToWire()
    {
        lock (_gate)
            return new([.. _carriers.Select((carrier, index) => ToWire(carrier, index == 0))]);
    }

    private CarriersResponse.Carrier ToWire(CarrierProfile carrier, bool primary) => new(
        carrier.Id,
        carrier.Code,
        $"SIM{carrier.Id[3..]}",
        carrier.OpeningBalance is not null,
        _balances.GetValueOrDefault(carrier.Id) / 100m,
        carrier.FriendlyName,
        carrier.FriendlyName,
        primary,
        DisabledByBillingPlan: false,
        [.. carrier.Services.DistinctBy(service => service.Code, StringComparer.Ordinal).Select(service => new CarriersResponse.Service(
            carrier.Id, carrier.Code, service.Code, service.Type, Domestic: true, International: false, IsMultiPackageSupported: false))]);
}
