using Lavka.Channels.Telegram;

namespace Lavka.Host;

/// <summary>
/// Whether a shop's token belongs to the bot that its settings name: the token of a test bot must not serve real customers, nor the other way round
/// (shipping:H04).
/// </summary>
internal static class Identity
{
    /// <summary>
    /// One question to Telegram. A fault when the bot is another one; null when it is the right one, when any will do, and when Telegram does not say.
    /// </summary>
    public static async Task<SettingFault?> Fault(BotApi api, ShopSettings shop, CancellationToken ct) =>
        shop.Username is not null && await api.Send(new GetMe(), ct) is Answer<BotAccount>.Ok { Result: var me } ? Fault(me, shop) : null;

    public static SettingFault? Fault(BotAccount me, ShopSettings shop) =>
        shop.Username is not { } expected || string.Equals(me.Username, expected, StringComparison.OrdinalIgnoreCase) ? null
        : new SettingFault(
            $"Shops:{shop.Id}:Telegram:Token",
            $"belongs to @{me.Username} and not to @{expected}, which Telegram__Username names; set the token of that bot");
}
