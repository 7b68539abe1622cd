namespace Lavka.Simulator.OxaPay.Control;

/// <summary>One failure of the API that is still to strike.</summary>
public sealed record Fault(FaultKind Kind, TimeSpan Slowness);
