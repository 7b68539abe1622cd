namespace Lavka.Simulator.Telegram.Wire;

/// <summary>A person or a bot, as the Bot API writes it.</summary>
public sealed record WireUser(long Id, bool IsBot, string FirstName)
{
    public string? LastName { get; init; }

    public string? Username { get; init; }

    public string? LanguageCode { get; init; }

    public bool? CanJoinGroups { get; init; }

    public bool? CanReadAllGroupMessages { get; init; }

    public bool? SupportsInlineQueries { get; init; }
}
