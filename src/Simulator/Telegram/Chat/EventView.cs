namespace Lavka.Simulator.Telegram.Chat;

/// <summary>One line of the event stream: message, edit, delete, typing, keyboard or blocked. A keyboard event without keyboard or reply says that there is none.</summary>
public sealed record EventView(string Type)
{
    public MessageView? Message { get; init; }

    public int? MessageId { get; init; }

    public ReplyKeyboardView? ReplyKeyboard { get; init; }

    public ForceReplyView? ForceReply { get; init; }

    public string? Action { get; init; }

    public bool? Blocked { get; init; }
}
