using System.Text.Json;

namespace Lavka.Channels.Telegram;

/// <summary>What is shown under a message: rows of buttons, or the invitation to write a reply. Never both.</summary>
public sealed record ReplyMarkup
{
    private ReplyMarkup()
    {
    }

    public IReadOnlyList<IReadOnlyList<InlineButton>>? InlineKeyboard { get; private init; }

    public bool? ForceReply { get; private init; }

    public string? InputFieldPlaceholder { get; private init; }

    public static ReplyMarkup Buttons(IReadOnlyList<IReadOnlyList<InlineButton>> rows) => new() { InlineKeyboard = rows };

    /// <param name="placeholder">1 to 64 characters, or null.</param>
    public static ReplyMarkup Invitation(string? placeholder) => new() { ForceReply = true, InputFieldPlaceholder = placeholder };

    internal string Json() => JsonSerializer.Serialize(this, Wire.Json.ReplyMarkup);
}
