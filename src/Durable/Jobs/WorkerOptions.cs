namespace Lavka.Durable;

/// <summary>How jobs are run. The lease must outlast the time limit, or a slow attempt is repeated beside itself.</summary>
public sealed record WorkerOptions
{
    /// <summary>How many jobs run at the same time.</summary>
    public int Parallel { get; init; } = 16;

    /// <summary>After so many failed attempts a job is given up.</summary>
    public int MaxAttempts { get; init; } = 12;

    /// <summary>An attempt that takes longer has failed.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>A claimed job of which nothing is heard for so long is taken again.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long a stop waits for the jobs that run.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Called with the last error before a job is buried: gives the money back, tells the customer. To do that exactly once it calls <see cref="Jobs.Bury"/> in the
    /// transaction of its result; when it does not, it may be called again after a crash. When it throws it is tried again later.
    /// </summary>
    public Func<ClaimedJob, string, CancellationToken, Task>? OnGiveUp { get; init; }

    /// <summary>The pause after a failed attempt: 1 s, 2 s, 4 s and so on up to 10 min.</summary>
    public static TimeSpan PauseAfter(int attempt) => TimeSpan.FromSeconds(Math.Min(600, Math.Pow(2, attempt - 1)));
}
