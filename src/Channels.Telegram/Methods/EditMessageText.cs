namespace Lavka.Channels.Telegram;

/// <summary>Another text for an earlier message, in HTML; without a markup its buttons go.</summary>
public sealed record EditMessageText(long ChatId, long MessageId, string Text, ReplyMarkup? ReplyMarkup) : Method<SentMessage>
{
    internal override string Name => "editMessageText";

    public string ParseMode { get; } = "HTML";

    public LinkPreview LinkPreviewOptions { get; } = LinkPreview.Off;
}
