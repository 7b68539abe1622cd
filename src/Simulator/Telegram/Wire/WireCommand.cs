namespace Lavka.Simulator.Telegram.Wire;

/// <summary>A line of the command menu, as the Bot API writes it.</summary>
public sealed record WireCommand(string Command, string Description);
