namespace Lavka.Simulator.Telegram.Chat;

/// <summary>A button under a message: with data to press, with a url to open.</summary>
public sealed record InlineButtonView(string Text, string? Data, string? Url);
