namespace Lavka.Simulator.Telegram.Control;

/// <summary>
/// What shall go wrong. It strikes the calls of a bot (or of all) to a method (or to all but getUpdates), or the updates of a kind; of one person, if one is named;
/// each with a probability above 0 and up to 1; so many times, 0 meaning until it is taken back. <c>retryAfter</c> and <c>seconds</c> are whole seconds.
/// </summary>
public sealed record Fault(
    FaultKind Kind,
    long? Bot = null,
    string? Method = null,
    long? Person = null,
    int Times = 1,
    double Probability = 1,
    int RetryAfter = 1,
    int Seconds = 1)
{
    /// <summary>By which it is taken back; given by the simulator.</summary>
    public long Id { get; init; }

    /// <summary>How often it struck.</summary>
    public int Struck { get; init; }

    /// <summary>What the caller is told instead of being served; null when he is served.</summary>
    public RefusedException? Refusal => Kind switch
    {
        FaultKind.TooManyRequests => RefusedException.TooManyRequests(TimeSpan.FromSeconds(RetryAfter)),
        FaultKind.Blocked => RefusedException.Forbidden("bot was blocked by the user"),
        FaultKind.ServerError => new RefusedException(500, "Internal Server Error"),
        FaultKind.GatewayTimeout => new RefusedException(504, "Gateway Timeout"),
        _ => null,
    };

    /// <summary>How long the caller waits before anything else happens.</summary>
    public TimeSpan? Wait => Kind is FaultKind.Slow or FaultKind.TimeOut ? TimeSpan.FromSeconds(Seconds) : null;

    public bool LosesCall => Kind == FaultKind.TimeOut;

    public bool LosesAnswer => Kind == FaultKind.Lose;

    public bool IsUsedUp => Times > 0 && Struck >= Times;

    private bool IsOfUpdates => Kind is FaultKind.Duplicate or FaultKind.Disorder;

    public bool HitsCall(long bot, string method, long? person) =>
        !IsOfUpdates && IsAbout(bot, person) && (Method is null ? method != Api.GetUpdates.MethodName : Names(method));

    public bool HitsUpdate(long bot, string kind, long? person) => IsOfUpdates && IsAbout(bot, person) && (Method is null || Names(kind));

    private bool IsAbout(long bot, long? person) => (Bot is null || Bot == bot) && (Person is null || Person == person);

    private bool Names(string name) => string.Equals(Method, name, StringComparison.OrdinalIgnoreCase);
}
