namespace Lavka.Simulator.Telegram.Chat;

/// <summary>A stretch of a text with a meaning; UTF-16 units.</summary>
public sealed record EntityView(string Type, int Offset, int Length, string? Url, string? Language);
