namespace Lavka.Simulator.Carrier.Wire;

/// <summary>The body of <c>POST /labels</c>. With a <c>rate_id</c> the label costs exactly what was quoted.</summary>
public sealed record LabelRequest(
    string? RateId = null,
    string? LabelLayout = null,
    string? LabelFormat = null,
    string? LabelDownloadType = null,
    Shipment? Shipment = null);
