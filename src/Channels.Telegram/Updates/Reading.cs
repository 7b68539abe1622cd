using Lavka.Talk;

namespace Lavka.Channels.Telegram;

/// <summary>What the bytes of an update turned out to be. The same bytes always read the same: an unreadable update is not worth a second delivery.</summary>
public abstract record Reading
{
    private Reading()
    {
    }

    public sealed record Understood(Inbound Update) : Reading;

    /// <summary><paramref name="Why"/> quotes nothing of the update; its id is null when even that was not found.</summary>
    public sealed record Unreadable(string Why, long? UpdateId) : Reading;
}
