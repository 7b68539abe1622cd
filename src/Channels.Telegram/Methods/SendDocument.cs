namespace Lavka.Channels.Telegram;

/// <summary>A file as it is.</summary>
public sealed record SendDocument(long ChatId, InputFile File, string? Caption, ReplyMarkup? ReplyMarkup) : SendFile(ChatId, File, Caption, ReplyMarkup)
{
    internal override string Name => "sendDocument";

    internal override string Field => "document";
}
