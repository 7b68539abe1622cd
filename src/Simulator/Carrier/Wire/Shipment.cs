namespace Lavka.Simulator.Carrier.Wire;

/// <summary>What is shipped, for a quote or for a label; a quote needs neither carrier, service nor external id.</summary>
public sealed record Shipment(
    string? CarrierId = null,
    string? ServiceCode = null,
    string? ExternalShipmentId = null,
    Address? ShipFrom = null,
    Address? ShipTo = null,
    IReadOnlyList<Package>? Packages = null);
