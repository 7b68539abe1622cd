using System.Collections.Concurrent;

namespace Lavka.Simulator.Telegram.State;

/// <summary>The commands of one bot by scope and language; each pair has a list of its own.</summary>
public sealed class CommandMenu
{
    private readonly ConcurrentDictionary<(string Scope, string Language), IReadOnlyList<BotCommand>> _lists = new();

    /// <summary>What a person without a list of his own sees: all private chats first, then the default.</summary>
    public IReadOnlyList<BotCommand> Shown =>
        Get("all_private_chats", "") is { Count: > 0 } own ? own
        : Get("default", "") is { Count: > 0 } common ? common
        : _lists.Values.FirstOrDefault(list => list.Count > 0) ?? [];

    public IReadOnlyList<BotCommand> Get(string scope, string language) => _lists.GetValueOrDefault((scope, language), []);

    public void Set(string scope, string language, IReadOnlyList<BotCommand> commands) => _lists[(scope, language)] = commands;
}
