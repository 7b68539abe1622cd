namespace Lavka.Channels.Telegram;

/// <summary>A picture that is shown at once; Telegram makes it smaller and keeps neither its name nor its bytes.</summary>
public sealed record SendPhoto(long ChatId, InputFile File, string? Caption, ReplyMarkup? ReplyMarkup) : SendFile(ChatId, File, Caption, ReplyMarkup)
{
    public const int LargestBytes = 10 * 1024 * 1024;

    internal override string Name => "sendPhoto";

    internal override string Field => "photo";
}
