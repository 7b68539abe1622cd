namespace Lavka.Durable;

/// <summary>
/// The time that all programs on one database agree on, whatever their own clocks say: the server's, carried on between two looks at it by the machine's steady clock. Before the
/// first look, and on an engine of one program, it is the program's own.
/// </summary>
internal sealed class SharedClock(TimeProvider clock)
{
    /// <summary>A steady clock goes wrong by less than one part in so many.</summary>
    private const int Steadiness = 5000;

    private Look? _best;

    public bool IsKnown => Volatile.Read(ref _best) is not null;

    public DateTimeOffset Now => Volatile.Read(ref _best) is { } best ? best.At + clock.GetElapsedTime(best.Timestamp) : clock.GetUtcNow();

    /// <summary>The server was asked at <paramref name="asked"/>, a timestamp of the program's clock, and has just answered. Of two looks the one that leaves less doubt counts.</summary>
    public void Hear(DateTimeOffset at, long asked)
    {
        var heard = clock.GetTimestamp();
        var doubt = clock.GetElapsedTime(asked, heard) / 2;
        if (Volatile.Read(ref _best) is { } best && best.Doubt + (clock.GetElapsedTime(best.Timestamp, heard) / Steadiness) < doubt) return;
        Volatile.Write(ref _best, new Look(at + doubt, heard, doubt));
    }

    private sealed record Look(DateTimeOffset At, long Timestamp, TimeSpan Doubt);
}
