namespace Lavka.Simulator.Telegram.Wire;

/// <summary>What a bot is in a private chat: "member", or "kicked" by who blocked it.</summary>
public sealed record WireMember(WireUser User, string Status)
{
    /// <summary>Unix seconds; zero, for ever, goes with "kicked" only.</summary>
    public long? UntilDate { get; init; }
}
