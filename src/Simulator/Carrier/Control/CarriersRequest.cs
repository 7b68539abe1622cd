namespace Lavka.Simulator.Carrier.Control;

/// <summary>The body of <c>POST /sim/carrier/carriers</c>: the codes of the carriers that exist from now on, perhaps none.</summary>
public sealed record CarriersRequest(IReadOnlyList<string>? Codes = null);
