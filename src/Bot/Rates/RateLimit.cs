namespace Lavka.Bot;

/// <summary>
/// How many updates a person may send. Whoever sends more is banned for a while; then he is counted anew (vpn:S-05, vpn:S-06). Pure: it judges by what the chat keeps, so where every
/// chat is saved under its version the limit holds over all nodes together (vpn:S-08).
/// </summary>
public sealed record RateLimit
{
    /// <summary>Accepted within any <see cref="Window"/>.</summary>
    public int Most { get; init; } = 20;

    public TimeSpan Window { get; init; } = TimeSpan.FromSeconds(60);

    public TimeSpan Ban { get; init; } = TimeSpan.FromSeconds(300);

    /// <summary>The messenger's ids of those who are never counted: whoever runs the shop (vpn:S-07).</summary>
    public IReadOnlySet<string> Exempt { get; init; } = new HashSet<string>();

    /// <summary>Judges one update.</summary>
    /// <param name="before">What the chat keeps; null when nothing was counted lately.</param>
    /// <param name="now">By the clock that all nodes share.</param>
    /// <param name="mayReject">False for what is counted and never held back, such as a payment (vpn:S-09).</param>
    public (Ruling Ruling, Tempo Tempo) Judge(Tempo? before, DateTimeOffset now, bool mayReject)
    {
        if (before is null) return (Ruling.Accepted, new Tempo(now.ToUnixTimeMilliseconds()));
        if (IsBanned(before, now)) return (mayReject ? Ruling.Rejected : Ruling.Accepted, before);
        var at = now.ToUnixTimeMilliseconds();
        if (before.IsBan) return (Ruling.Accepted, new Tempo(at));
        // After the clock was set back, what was counted is moved with it: nobody is kept waiting for the time that comes again.
        var last = before.Last - at > Window.TotalMilliseconds ? at : before.Last;
        var gaps = WithinWindow([(int)Math.Min(at - last, int.MaxValue), .. before.Gaps ?? []]);
        if (gaps.Count >= Most && mayReject) return (Ruling.Bans, new Tempo(at, IsBan: true));
        return (Ruling.Accepted, new Tempo(at, gaps.Count == 0 ? null : [.. gaps.Take(Most - 1)]));
    }

    /// <summary>Whether a person is banned now. A ban that begins after the window's length from now was written before the clock was set back, and is over.</summary>
    public bool IsBanned(Tempo? tempo, DateTimeOffset now) => tempo is { IsBan: true }
        && now.ToUnixTimeMilliseconds() - tempo.Last is var time && time < Ban.TotalMilliseconds && -time <= Window.TotalMilliseconds;

    private List<int> WithinWindow(IReadOnlyList<int> gaps)
    {
        var (kept, age) = (new List<int>(gaps.Count), 0L);
        foreach (var gap in gaps)
        {
            age += gap;
            if (age >= Window.TotalMilliseconds) break;
            kept.Add(gap);
        }
        return kept;
    }
}
