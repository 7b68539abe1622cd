namespace Lavka.Simulator.Telegram;

/// <summary>The caller asked for what Telegram refuses. Thrown from any depth, turned into an answer and a log line in one place.</summary>
public sealed class RefusedException(int code, string description, TimeSpan? retryAfter = null) : Exception(description)
{
    /// <summary>The HTTP status and the <c>error_code</c> of the answer.</summary>
    public int Code { get; } = code;

    /// <summary>How long the caller must keep away, in the answer's <c>parameters.retry_after</c>.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;

    public static RefusedException BadRequest(string what) => new(400, $"Bad Request: {what}");

    public static RefusedException Forbidden(string what) => new(403, $"Forbidden: {what}");

    public static RefusedException Conflict(string what) => new(409, $"Conflict: {what}");

    public static RefusedException TooManyRequests(TimeSpan retryAfter) =>
        new(429, $"Too Many Requests: retry after {retryAfter.TotalSeconds:0}", retryAfter);
}
