namespace Lavka.Channels.Telegram;

/// <summary>Takes the buttons off an earlier message.</summary>
public sealed record EditMessageReplyMarkup(long ChatId, long MessageId) : Method<SentMessage>
{
    internal override string Name => "editMessageReplyMarkup";
}
