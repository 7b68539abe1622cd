namespace Lavka.Simulator.Telegram.Chat;

/// <summary>A line of a bot's menu.</summary>
public sealed record CommandView(string Command, string Description);
