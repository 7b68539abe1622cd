namespace Lavka.Simulator.Telegram.Wire;

/// <summary>An inline keyboard, as the Bot API writes it.</summary>
public sealed record WireKeyboard(IReadOnlyList<IReadOnlyList<WireButton>> InlineKeyboard);
