namespace Lavka.Bot;

/// <summary>At most so many messages within any stretch of time of that length, wherever it begins. It remembers the last so many and no more. Not for use by several threads at once.</summary>
public sealed class Window(int most, TimeSpan length, TimeProvider clock)
{
    private readonly Queue<long> _sent = [];

    /// <summary>How long until one more keeps within it; zero when it does now.</summary>
    public TimeSpan Wait => WaitFor(1);

    /// <summary>Zero when one more keeps within it now; otherwise how long until so many do, for whom it costs something to come back for each.</summary>
    public TimeSpan WaitFor(int messages) => Forget() < most ? TimeSpan.Zero : length - clock.GetElapsedTime(_sent.ElementAt(messages - 1));

    /// <summary>Nothing was sent for that long.</summary>
    public bool IsEmpty => Forget() == 0;

    /// <summary>They are sent now, whether they keep within it or not.</summary>
    public void Add(int messages)
    {
        var now = clock.GetTimestamp();
        for (var message = 0; message < messages; message++)
        {
            _sent.Enqueue(now);
            if (_sent.Count > most) _sent.Dequeue();
        }
    }

    private int Forget()
    {
        while (_sent.TryPeek(out var oldest) && clock.GetElapsedTime(oldest) >= length) _sent.Dequeue();
        return _sent.Count;
    }
}
