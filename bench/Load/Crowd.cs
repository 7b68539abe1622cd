using System.Collections.Frozen;
using System.Threading.Channels;

namespace Lavka.Bench.Load;

/// <summary>Many people who write to one bot at the same time, and what they have seen of it since <see cref="Forget"/>.</summary>
internal sealed class Crowd
{
    private readonly Channel<Person> _ready = Channel.CreateUnbounded<Person>();
    private readonly FrozenDictionary<long, Person> _people;
    private readonly int _stopAfter;
    private Waits _waits = new();
    private long _acknowledged;
    private long _wrong;
    private long _doubled;

    /// <param name="people">All of them begin at once.</param>
    /// <param name="stopAfter">Each writes so many messages and no more.</param>
    public Crowd(IEnumerable<Person> people, int stopAfter = int.MaxValue)
    {
        (_people, _stopAfter) = (people.ToFrozenDictionary(person => person.Chat), stopAfter);
        foreach (var person in _people.Values) _ready.Writer.TryWrite(person);
    }

    /// <summary>Those who may write.</summary>
    public ChannelReader<Person> Ready => _ready.Reader;

    /// <summary>Answers since the last time.</summary>
    public Waits Waits => _waits;

    /// <summary>Updates that the bot took, since the beginning.</summary>
    public long Taken => Interlocked.Read(ref _acknowledged);

    /// <summary>Answers that do not fit what was written, since the beginning.</summary>
    public long Wrong => Interlocked.Read(ref _wrong);

    /// <summary>Answers that nobody waited for, since the beginning.</summary>
    public long Doubled => Interlocked.Read(ref _doubled);

    /// <summary>The first answer that does not fit.</summary>
    public string? WrongText { get; private set; }

    /// <summary>Those whose answer or acknowledgement has not come.</summary>
    public int Waiting => _people.Values.Count(person => person.IsWaiting);

    public void Hear(SaidMessage message)
    {
        if (!_people.TryGetValue(message.Chat, out var person)) return;
        var (answer, waited, isReady) = person.Hear(message.Text);
        if (answer is Person.Answer.Doubled) Interlocked.Increment(ref _doubled);
        else _waits.Add(waited);
        if (answer is Person.Answer.Wrong && Interlocked.Increment(ref _wrong) == 1) WrongText = message.Text;
        if (isReady) Call(person);
    }

    public void Acknowledged(Person person)
    {
        Interlocked.Increment(ref _acknowledged);
        if (person.Acknowledge()) Call(person);
    }

    /// <summary>The count of waits begins anew; what was counted is returned.</summary>
    public Waits Forget() => Interlocked.Exchange(ref _waits, new Waits());

    /// <summary>Nobody writes any more; whoever waits goes on waiting.</summary>
    public void End()
    {
        _ready.Writer.TryComplete();
        // Who was called and has not written yet does not write either: otherwise nobody waits for a moment, and somebody does after it.
        while (_ready.Reader.TryRead(out _))
        {
        }
    }

    private void Call(Person person)
    {
        // Nobody is called any more when it has ended.
        if (person.Messages < _stopAfter) _ready.Writer.TryWrite(person);
    }
}
