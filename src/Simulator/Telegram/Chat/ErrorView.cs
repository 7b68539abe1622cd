namespace Lavka.Simulator.Telegram.Chat;

/// <summary>Why a request of the web chat or of a test was refused.</summary>
public sealed record ErrorView(string Error);
