namespace Lavka.Simulator.Telegram.Wire;

/// <summary>An inline button, as the Bot API writes it.</summary>
public sealed record WireButton(string Text, string? CallbackData, string? Url);
