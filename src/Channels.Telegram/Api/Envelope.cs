namespace Lavka.Channels.Telegram;

/// <summary>How the Bot API wraps every answer.</summary>
internal sealed record Envelope<T>
{
    public bool Ok { get; set; }

    public T? Result { get; set; }

    public int? ErrorCode { get; set; }

    public string? Description { get; set; }

    public Hints? Parameters { get; set; }

    internal sealed record Hints
    {
        /// <summary>Seconds.</summary>
        public long? RetryAfter { get; set; }
    }
}
