namespace Lavka.Simulator.Telegram.Chat;

/// <summary>A button that sends its text, or the person's contact or place.</summary>
public sealed record ReplyButtonView(string Text, bool? RequestContact, bool? RequestLocation);
