using Lavka.Bot;
using Lavka.Channels.Telegram;

namespace Lavka.Host;

/// <summary>The settings of one shop that the host itself needs; the rest is read by the shop's kind from <paramref name="Section"/>.</summary>
public sealed record ShopSettings(string Id, ShopKind Kind, BotToken Token, WebhookSecret? Secret, ReceiveMode Mode, string? Owner, IConfigurationSection Section)
{
    /// <summary>The bot that the token must belong to, without its @; null when any will do (shipping:H04).</summary>
    public string? Username { get; init; }

    /// <summary>Broadcasts may go at 1,000 messages a second, for a fee.</summary>
    public bool PaidBroadcast { get; init; }

    /// <summary>New messages that one chat may get at once.</summary>
    public int ChatBurst { get; init; } = SenderOptions.UsualChatBurst;

    /// <summary>How many updates one person may send; null where nobody is limited.</summary>
    public RateLimit? RateLimit { get; init; } = new();

    /// <summary>How fast the bot may send.</summary>
    public SenderOptions SenderOptions => (PaidBroadcast ? SenderOptions.Paid : new SenderOptions()) with { ChatBurst = ChatBurst };
}
