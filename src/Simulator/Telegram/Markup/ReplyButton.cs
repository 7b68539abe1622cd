namespace Lavka.Simulator.Telegram.Markup;

/// <summary>A button instead of the letters: it sends its text, or the person's contact or place.</summary>
public sealed record ReplyButton(string Text, bool RequestContact = false, bool RequestLocation = false);
