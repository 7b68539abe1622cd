namespace Lavka.Shops.Shipping;

/// <summary>The shop's accounts at the carrier: the real one, and the one for tests when the settings have a key for it.</summary>
public sealed class CarrierClients(CarrierClient production, CarrierClient? test = null)
{
    public bool HasTest => test is not null;

    /// <summary>The account of a mode. Without its key, which may have been taken away since, nothing can be known: <see cref="CarrierUnavailable"/>.</summary>
    public CarrierClient In(CarrierMode mode) => mode is CarrierMode.Production ? production
        : test ?? throw new CarrierUnavailable("The shop has no key for tests at the carrier any more");
}
