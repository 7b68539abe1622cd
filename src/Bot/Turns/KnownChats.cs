using Lavka.Durable;

namespace Lavka.Bot;

/// <summary>
/// The chats that spoke last, as this program left them: at most 4,000. It may be behind the store, never ahead of it, and whoever builds on it has his version
/// checked when he saves.
/// </summary>
internal sealed class KnownChats
{
    private readonly Lock _lock = new();
    private readonly Recent<ChatKey, (long Version, ChatState State)> _chats = new(half: 2000);

    public (long Version, ChatState State)? Find(ChatKey chat)
    {
        lock (_lock) return _chats.TryFind(chat, out var known) ? known : null;
    }

    public void Keep(ChatKey chat, long version, ChatState state)
    {
        lock (_lock)
        {
            if (_chats.TryFind(chat, out var newer) && newer.Version > version) return;
            _chats.Keep(chat, (version, state));
        }
    }

    public void Forget(ChatKey chat)
    {
        lock (_lock) _chats.Forget(chat);
    }
}
