namespace Lavka.Channels.Telegram;

/// <summary>A button in the place of the keyboard: it sends its own text, or hands over the person's number or a place (private chats only).</summary>
public sealed record KeyboardButton(string Text, bool? RequestContact = null, bool? RequestLocation = null);
