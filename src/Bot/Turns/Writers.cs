using System.Collections.Concurrent;

namespace Lavka.Bot;

/// <summary>
/// The acts and the ends of dialogs of a bot that were seen to write. A turn that comes to one of them is run where it may write from the beginning, rather than once in vain: the store refuses a
/// write on a snapshot, and the connection is opened anew. Safe for many threads.
/// </summary>
internal sealed class Writers
{
    private readonly ConcurrentDictionary<string, bool> _seen = [];

    public bool Contains(string act) => _seen.ContainsKey(act);

    public void Add(string act) => _seen.TryAdd(act, true);
}
