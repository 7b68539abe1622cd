namespace Lavka.Channels.Telegram;

/// <summary>A line of the bot's menu: 1 to 32 small letters, digits and underscores, and a description of 1 to 256 characters.</summary>
public sealed record BotCommand(string Command, string Description);
