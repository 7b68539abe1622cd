namespace Lavka.Simulator.Telegram.Chat;

/// <summary>The keyboard in place of the letters.</summary>
public sealed record ReplyKeyboardView(IReadOnlyList<IReadOnlyList<ReplyButtonView>> Rows, string? Placeholder, bool Resize, bool OneTime, bool Persistent);
