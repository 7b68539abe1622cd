namespace Lavka.Simulator.OxaPay.Wire;

/// <summary>The empty object in the place of data when a request was refused.</summary>
public sealed record Nothing;
