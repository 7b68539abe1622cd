namespace Lavka.Channels.Telegram;

/// <summary>Shows "typing" or "upload_document" for five seconds or until the next message.</summary>
public sealed record SendChatAction(long ChatId, string Action) : Method<bool>
{
    internal override string Name => "sendChatAction";
}
