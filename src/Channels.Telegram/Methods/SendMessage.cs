namespace Lavka.Channels.Telegram;

/// <summary>A new text of 1 to 4096 shown characters, in HTML.</summary>
public sealed record SendMessage(long ChatId, string Text, ReplyMarkup? ReplyMarkup) : Method<SentMessage>
{
    public const int Longest = 4096;

    internal override string Name => "sendMessage";

    /// <summary>Up to 1,000 a second for a fee in Stars; null is not sent.</summary>
    public bool? AllowPaidBroadcast { get; init; }

    public string ParseMode { get; } = "HTML";

    public LinkPreview LinkPreviewOptions { get; } = LinkPreview.Off;
}
