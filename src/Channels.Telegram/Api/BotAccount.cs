namespace Lavka.Channels.Telegram;

/// <summary>Who the bot is, as Telegram knows it.</summary>
public sealed record BotAccount(long Id, string Username);
