namespace Lavka.Simulator.Telegram.Wire;

/// <summary>A private chat, as the Bot API writes it.</summary>
public sealed record WireChat(long Id, string FirstName, string? LastName, string? Username)
{
    public string Type { get; init; } = "private";
}
