namespace Lavka.Channels.Telegram;

/// <summary>How the Bot API wraps every answer.</summary>
internal sealed record Envelope<T>(bool Ok, T? Result, int? ErrorCode, string? Description, Envelope<T>.Hints? Parameters)
{
    /// <param name="RetryAfter">Seconds.</param>
    internal sealed record Hints(long? RetryAfter);
}
