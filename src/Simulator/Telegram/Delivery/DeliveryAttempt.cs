namespace Lavka.Simulator.Telegram.Delivery;

/// <summary>What became of one offer of an update to the webhook.</summary>
public abstract record DeliveryAttempt
{
    private DeliveryAttempt()
    {
    }

    /// <summary>Any 2xx. The body may be a call of the Bot API.</summary>
    public sealed record Taken(string? ContentType, ReadOnlyMemory<byte> Body) : DeliveryAttempt;

    /// <summary>Any other answer, or none (no status then); the reason is in the words of getWebhookInfo, seconds to wait if the answer named them.</summary>
    public sealed record Failed(string Reason, int? Status, int? RetryAfter) : DeliveryAttempt;
}
