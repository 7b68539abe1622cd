namespace Lavka.Channels.Telegram;

/// <summary>Ends delivery to a webhook; updates that wait stay.</summary>
public sealed record DeleteWebhook : Method<bool>
{
    internal override string Name => "deleteWebhook";

    public bool DropPendingUpdates { get; }
}
