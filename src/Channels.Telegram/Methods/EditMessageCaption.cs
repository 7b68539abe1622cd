namespace Lavka.Channels.Telegram;

/// <summary>Another caption, in HTML, for an earlier message with a file; the file stays. Without a markup its buttons go.</summary>
public sealed record EditMessageCaption(long ChatId, long MessageId, string Caption, ReplyMarkup? ReplyMarkup) : Method<SentMessage>
{
    internal override string Name => "editMessageCaption";

    public string ParseMode { get; } = "HTML";
}
