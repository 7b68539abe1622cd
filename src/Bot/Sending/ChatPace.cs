namespace Lavka.Bot;

/// <summary>
/// What each single chat may get: so many messages at once and then one a second; a group or channel 20 within any minute. A chat that has its whole allowance is not remembered,
/// so there are never more than twice as many here as were written to lately, and a thousand. Not for use by several threads at once.
/// </summary>
public sealed class ChatPace(int burst, TimeProvider clock)
{
    private const int GroupPerMinute = 20;
    private const int Few = 1000;

    private readonly Dictionary<string, Window> _groups = [];

    /// <summary>When a person's chat will have its whole allowance again: a second after now for each message of it that is used.</summary>
    private readonly Dictionary<string, long> _whole = [];

    private int _most = Few;

    /// <summary>The chats that are remembered.</summary>
    public int Count => _groups.Count + _whole.Count;

    /// <summary>How long until the chat may get one more message; zero when it may now.</summary>
    public TimeSpan Wait(string chat)
    {
        if (IsGroup(chat)) return _groups.TryGetValue(chat, out var window) ? window.Wait : TimeSpan.Zero;
        if (!_whole.TryGetValue(chat, out var whole)) return TimeSpan.Zero;
        var wait = Until(whole) - TimeSpan.FromSeconds(burst - 1);
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    /// <summary>The chat gets messages now, whether it may or not: what is too much makes the next one wait longer.</summary>
    public void Add(string chat, int messages)
    {
        if (Count >= _most) Forget();
        if (IsGroup(chat))
        {
            if (!_groups.TryGetValue(chat, out var window)) _groups.Add(chat, window = new Window(GroupPerMinute, TimeSpan.FromMinutes(1), clock));
            window.Add(messages);
        }
        else _whole[chat] = Math.Max(clock.GetTimestamp(), _whole.GetValueOrDefault(chat)) + (messages * clock.TimestampFrequency);
    }

    // Telegram numbers groups and channels below zero; elsewhere no chat begins with a minus.
    private static bool IsGroup(string chat) => chat.StartsWith('-');

    private TimeSpan Until(long timestamp) => clock.GetElapsedTime(clock.GetTimestamp(), timestamp);

    private void Forget()
    {
        foreach (var (chat, window) in _groups)
            if (window.IsEmpty) _groups.Remove(chat);
        foreach (var (chat, whole) in _whole)
            if (Until(whole) <= TimeSpan.Zero) _whole.Remove(chat);
        // Doubled, so that looking through all of them costs each message little.
        _most = Math.Max(Few, 2 * Count);
    }
}
