namespace Lavka.Simulator.Telegram.Delivery;

/// <summary>When and why a webhook last failed, as getWebhookInfo tells it.</summary>
public sealed record DeliveryError(DateTimeOffset At, string Reason);
