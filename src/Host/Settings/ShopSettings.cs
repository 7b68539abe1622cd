using Lavka.Channels.Telegram;

namespace Lavka.Host;

/// <summary>The settings of one shop that the host itself needs; the rest is read by the shop's kind from <paramref name="Section"/>.</summary>
public sealed record ShopSettings(string Id, ShopKind Kind, BotToken Token, WebhookSecret? Secret, ReceiveMode Mode, string? Owner, IConfigurationSection Section);
