namespace Lavka.Channels.Telegram;

/// <summary>Sets the bot's menu for people of one language, or for everybody else when the language (ISO 639-1) is null.</summary>
public sealed record SetMyCommands(IReadOnlyList<BotCommand> Commands, string? LanguageCode) : Method<bool>
{
    internal override string Name => "setMyCommands";
}
