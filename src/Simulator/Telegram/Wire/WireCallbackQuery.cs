namespace Lavka.Simulator.Telegram.Wire;

/// <summary>A press of an inline button, as the Bot API writes it.</summary>
public sealed record WireCallbackQuery(string Id, WireUser From, WireMessage Message, string ChatInstance, string Data);
