using System.Text.Json;

namespace Lavka.Channels.Telegram;

/// <summary>What is shown under a message: rows of buttons, the invitation to write a reply, or buttons in the place of the keyboard. Never two of them.</summary>
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

    public IReadOnlyList<IReadOnlyList<KeyboardButton>>? Keyboard { get; private init; }

    public bool? ResizeKeyboard { get; private init; }

    public bool? OneTimeKeyboard { get; private init; }

    public bool? IsPersistent { get; private init; }

    public bool? RemoveKeyboard { get; private init; }

    /// <summary>Buttons in the place of the keyboard: low, put away after the first press, and never in the way of the letters. Such a message cannot be edited.</summary>
    /// <param name="rows">The buttons.</param>
    /// <param name="placeholder">1 to 64 characters, or null.</param>
    public static ReplyMarkup OneTime(IReadOnlyList<IReadOnlyList<KeyboardButton>> rows, string? placeholder) =>
        new() { Keyboard = rows, ResizeKeyboard = true, OneTimeKeyboard = true, IsPersistent = false, InputFieldPlaceholder = placeholder };

    /// <summary>Takes the buttons in the place of the keyboard away.</summary>
    public static ReplyMarkup NoKeyboard { get; } = new() { RemoveKeyboard = true };

    internal string Json() => JsonSerializer.Serialize(this, Wire.Json.ReplyMarkup);
}
