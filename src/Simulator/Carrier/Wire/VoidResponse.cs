namespace Lavka.Simulator.Carrier.Wire;

/// <summary>The answer to a void: approved and the money is back on the carrier's balance, or not, with the vendor's reason code.</summary>
public sealed record VoidResponse(bool Approved, string Message, string? ReasonCode = null);
