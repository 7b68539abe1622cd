using System.Threading.Channels;

namespace Lavka.Bench.Load;

/// <summary>Many people who write to one bot at the same time, and what they have seen of it since <see cref="Forget"/>.</summary>
internal sealed class Crowd
{
    private readonly Channel<Person> _ready = Channel.CreateUnbounded<Person>();
    private readonly Person[] _people;
    private readonly long _first;
    private Waits _waits = new();
    private long _wrong;
    private long _doubled;
    private bool _isOver;

    public Crowd(int people, long first)
    {
        (_first, _people) = (first, [.. Enumerable.Range(0, people).Select(at => new Person(first + at))]);
        foreach (var person in _people) _ready.Writer.TryWrite(person);
    }

    /// <summary>Those who may write.</summary>
    public ChannelReader<Person> Ready => _ready.Reader;

    /// <summary>Answers since the last time.</summary>
    public Waits Waits => _waits;

    /// <summary>Answers that do not fit what was written, since the beginning.</summary>
    public long Wrong => Interlocked.Read(ref _wrong);

    /// <summary>Answers that nobody waited for, since the beginning.</summary>
    public long Doubled => Interlocked.Read(ref _doubled);

    public int Waiting => _people.Count(person => person.IsWaiting);

    public void Hear(SaidMessage message)
    {
        if (message.Chat - _first is not (>= 0 and var at) || at >= _people.Length) return;
        var person = _people[at];
        var (answer, waited, isReady) = person.Hear(message.Text);
        if (answer is Person.Answer.Doubled) Interlocked.Increment(ref _doubled);
        else _waits.Add(waited);
        if (answer is Person.Answer.Wrong) Interlocked.Increment(ref _wrong);
        if (isReady) Call(person);
    }

    public void Acknowledged(Person person)
    {
        if (person.Acknowledge()) Call(person);
    }

    /// <summary>The count of waits begins anew; what was counted is returned.</summary>
    public Waits Forget() => Interlocked.Exchange(ref _waits, new Waits());

    /// <summary>Nobody writes any more; whoever waits goes on waiting.</summary>
    public void End()
    {
        Volatile.Write(ref _isOver, true);
        _ready.Writer.TryComplete();
    }

    private void Call(Person person)
    {
        if (!Volatile.Read(ref _isOver)) _ready.Writer.TryWrite(person);
    }
}
