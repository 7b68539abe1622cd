using System.Collections.Concurrent;

namespace Lavka.Durable;

/// <summary>
/// Where the sender of a bot finds what this very program has just committed, without looking for it in the outbox. It promises nothing: a row that was not put here,
/// or was lost with the process, waits in the outbox all the same.
/// </summary>
public sealed class Tray : IDisposable
{
    private readonly ConcurrentQueue<OutboxEntry> _rows = [];
    private readonly Pulse _news;
    private readonly Action _close;

    internal Tray(Pulse news, Action close) => (_news, _close) = (news, close);

    /// <summary>What was committed since the last call; the rows of one chat in the order of their commits.</summary>
    public IEnumerable<OutboxEntry> Take()
    {
        while (_rows.TryDequeue(out var row)) yield return row;
    }

    /// <summary>From now on the rows of this bot are news for whoever looks.</summary>
    public void Dispose() => _close();

    internal void Put(OutboxEntry row) => _rows.Enqueue(row);

    internal void Tell() => _news.Beat();
}
