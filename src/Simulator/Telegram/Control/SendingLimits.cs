namespace Lavka.Simulator.Telegram.Control;

/// <summary>
/// Which of Telegram's sending limits hold: a message a second in a chat, thirty a second in all. Neither does unless it is asked for: tests and demos type
/// faster than people.
/// </summary>
public sealed record SendingLimits(bool PerChat = false, bool Bulk = false);
