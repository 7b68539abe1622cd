namespace Lavka.Simulator.Telegram.State;

/// <summary>A line of the command menu; the command without its slash.</summary>
public sealed record BotCommand(string Command, string Description);
