namespace Lavka.Simulator.Carrier.Wire;

/// <summary>The body of every refusal: what was wrong, all at once, and an id for the vendor's support.</summary>
public sealed record ErrorResponse(string RequestId, IReadOnlyList<VendorError> Errors);
