namespace Lavka.Simulator.Telegram.Control;

/// <summary>
/// A fault for the next calls of a bot (or of all) to a method (or to all but getUpdates);
/// <c>retryAfter</c> and <c>seconds</c> are whole seconds.
/// </summary>
public sealed record Fault(FaultKind Kind, long? Bot = null, string? Method = null, int Times = 1, int RetryAfter = 1, int Seconds = 1)
{
    /// <summary>What the caller is told instead of being served; null when he is served.</summary>
    public RefusedException? Refusal => Kind switch
    {
        FaultKind.TooManyRequests => RefusedException.TooManyRequests(TimeSpan.FromSeconds(RetryAfter)),
        FaultKind.Blocked => RefusedException.Forbidden("bot was blocked by the user"),
        FaultKind.ServerError => new RefusedException(500, "Internal Server Error"),
        _ => null,
    };

    public TimeSpan? Wait => Kind == FaultKind.Slow ? TimeSpan.FromSeconds(Seconds) : null;

    public bool LosesAnswer => Kind == FaultKind.Lose;

    public bool Hits(long bot, string method) =>
        (Bot is null || Bot == bot)
        && (Method is null ? method != Api.GetUpdates.MethodName : string.Equals(Method, method, StringComparison.OrdinalIgnoreCase));
}
