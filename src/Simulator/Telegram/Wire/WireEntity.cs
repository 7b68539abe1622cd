namespace Lavka.Simulator.Telegram.Wire;

/// <summary>A message entity, as the Bot API writes it; UTF-16 units.</summary>
public sealed record WireEntity(string Type, int Offset, int Length, string? Url, string? Language);
