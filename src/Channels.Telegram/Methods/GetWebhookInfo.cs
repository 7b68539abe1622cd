namespace Lavka.Channels.Telegram;

/// <summary>Asks where Telegram delivers.</summary>
public sealed record GetWebhookInfo : Method<WebhookInfo>
{
    internal override string Name => "getWebhookInfo";
}
