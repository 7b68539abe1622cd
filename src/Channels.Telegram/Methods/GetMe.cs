namespace Lavka.Channels.Telegram;

/// <summary>Asks who the bot is: the cheapest proof that a token is right.</summary>
public sealed record GetMe : Method<BotAccount>
{
    internal override string Name => "getMe";
}
