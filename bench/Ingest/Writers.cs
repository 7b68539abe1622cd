using System.Collections.Frozen;
using System.Threading.Channels;
using Lavka.Bench.Load;

namespace Lavka.Bench.Ingest;

/// <summary>All who write, and what the bot did with it.</summary>
internal sealed class Writers
{
    private readonly Channel<Writer> _free = Channel.CreateUnbounded<Writer>();
    private readonly FrozenDictionary<long, Writer> _all;
    private Waits _waits = new();
    private long _forged;

    public Writers(int count, long first)
    {
        _all = Enumerable.Range(0, count).ToFrozenDictionary(at => first + at, at => new Writer(first + at));
        foreach (var writer in _all.Values) _free.Writer.TryWrite(writer);
    }

    public ChannelReader<Writer> Free => _free.Reader;

    /// <summary>Acknowledgements since the last time.</summary>
    public Waits Waits => _waits;

    /// <summary>Updates with a wrong secret that were taken all the same.</summary>
    public long Forged => Interlocked.Read(ref _forged);

    /// <summary>Acknowledged updates that were never answered.</summary>
    public int Missing => _all.Values.Sum(writer => writer.Missing);

    /// <summary>Answers beyond one an update.</summary>
    public int Doubled => _all.Values.Sum(writer => writer.Doubled);

    public void Hear(SaidMessage message)
    {
        if (_all.TryGetValue(message.Chat, out var writer)) writer.Hear(message.Text);
    }

    public void Taken(Writer writer, TimeSpan wait)
    {
        writer.Take();
        _waits.Add(wait);
    }

    public void Forge() => Interlocked.Increment(ref _forged);

    public void Release(Writer writer) => _free.Writer.TryWrite(writer);

    public Waits Forget() => Interlocked.Exchange(ref _waits, new Waits());

    public void End() => _free.Writer.TryComplete();
}
