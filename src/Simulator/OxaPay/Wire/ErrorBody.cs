namespace Lavka.Simulator.OxaPay.Wire;

/// <summary>What was wrong; written as an empty object when nothing was. The key is the field at fault.</summary>
public sealed record ErrorBody(string? Type = null, string? Key = null, string? Message = null);
