namespace Lavka.Simulator.OxaPay.Wire;

/// <summary>The form of every answer of the API.</summary>
public sealed record Envelope<T>(T Data, string Message, ErrorBody Error, int Status, string Version);
