using Lavka.Durable;

namespace Lavka.Bot;

/// <summary>
/// The chats that spoke last, as this program left them: at most 4,000. It may be behind the store, never ahead of it, and whoever builds on it has his version
/// checked when he saves.
/// </summary>
internal sealed class KnownChats
{
    private const int Half = 2000;

    private readonly Lock _lock = new();
    private Dictionary<ChatKey, (long Version, ChatState State)> _young = [];
    private Dictionary<ChatKey, (long Version, ChatState State)> _old = [];

    public (long Version, ChatState State)? Find(ChatKey chat)
    {
        lock (_lock)
        {
            if (_young.TryGetValue(chat, out var known)) return known;
            if (!_old.Remove(chat, out known)) return null;
            Add(chat, known);
            return known;
        }
    }

    public void Keep(ChatKey chat, long version, ChatState state)
    {
        lock (_lock)
        {
            if (_young.TryGetValue(chat, out var newer) && newer.Version > version) return;
            Add(chat, (version, state));
        }
    }

    public void Forget(ChatKey chat)
    {
        lock (_lock)
        {
            _young.Remove(chat);
            _old.Remove(chat);
        }
    }

    private void Add(ChatKey chat, (long Version, ChatState State) known)
    {
        if (_young.Count >= Half && !_young.ContainsKey(chat)) (_old, _young) = (_young, []);
        _young[chat] = known;
    }
}
