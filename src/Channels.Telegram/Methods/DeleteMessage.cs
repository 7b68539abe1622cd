namespace Lavka.Channels.Telegram;

/// <summary>Removes a message; Telegram allows it for 48 hours.</summary>
public sealed record DeleteMessage(long ChatId, long MessageId) : Method<bool>
{
    internal override string Name => "deleteMessage";
}
