using Lavka.Talk;

namespace Lavka.Channels.Telegram;

/// <summary>What the bytes of an update turned out to be. The same bytes are always the same, so an unreadable update is never worth a second delivery.</summary>
public abstract record Reading
{
    private Reading()
    {
    }

    public sealed record Understood(Inbound Update) : Reading;

    /// <summary><paramref name="Why"/> quotes nothing of the update; its id is null when even that was not found.</summary>
    public sealed record Unreadable(string Why, long? UpdateId) : Reading;
}
