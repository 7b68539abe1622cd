namespace Lavka.Simulator.OxaPay.Control;

/// <summary>The body of <c>POST /sim/oxapay/faults</c>: strike the next <c>times</c> requests (default one); seconds are how slow (default five).</summary>
public sealed record FaultRequest(FaultKind? Kind = null, int? Times = null, double? Seconds = null);
