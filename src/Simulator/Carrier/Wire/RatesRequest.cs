namespace Lavka.Simulator.Carrier.Wire;

/// <summary>The body of <c>POST /rates</c>.</summary>
public sealed record RatesRequest(RatesRequest.Wanted? RateOptions = null, Shipment? Shipment = null)
{
    public sealed record Wanted(IReadOnlyList<string>? CarrierIds = null);
}
