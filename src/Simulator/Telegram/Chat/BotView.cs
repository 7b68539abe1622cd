namespace Lavka.Simulator.Telegram.Chat;

/// <summary>A bot in the chat list.</summary>
public sealed record BotView(long Id, string Username, string Name, string? Description, IReadOnlyList<CommandView> Commands);
