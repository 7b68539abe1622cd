namespace Lavka.Simulator.Carrier.Accounts;

/// <summary>
/// One way of a carrier to bring a parcel, with its tariff in cents: a base, so much a pound, so much a zone, and a surcharge in percent
/// that the vendor reports as <c>other_amount</c>. Two services may share code and type and differ in the packaging.
/// </summary>
public sealed record Service(string Code, string Type, int Base, int PerPound, int PerZone, int Days)
{
    public string Packaging { get; init; } = "package";

    public decimal MaxPounds { get; init; } = 150;

    public int SurchargePercent { get; init; }

    public bool Guaranteed { get; init; }
}
