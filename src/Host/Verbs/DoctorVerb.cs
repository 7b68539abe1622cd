using Lavka.Channels.Telegram;
using Lavka.Durable;

namespace Lavka.Host;

/// <summary><c>doctor</c>: looks at settings, database, tokens and webhooks, and names the cure for whatever is not as it should be. 0 when all is well, 1 when not.</summary>
internal static class DoctorVerb
{
    public static async Task<int> Run(CancellationToken ct)
    {
        var reader = new SettingsReader(SettingsSource.Read());
        if (reader.Read() is not { } settings) return Faults.Tell(reader.Faults);
        Good("settings", $"{settings.Shops.Count} shop(s), public address {settings.PublicUrl}");
        await using var app = LavkaHost.Build(settings, logging => logging.ClearProviders());
        var well = await Database(app, ct);
        using var http = TelegramHttp.NewClient();
        foreach (var shop in settings.Shops)
            well &= await Telegram(new BotApi(http, settings.TelegramApi, shop.Token, TimeProvider.System), shop, settings, ct);
        foreach (var shop in LavkaHost.ShopsOf(app.Services))
            foreach (var off in shop.Parts.Off) Tell("–", shop.Id, off);
        return well ? 0 : 1;
    }

    private static async Task<bool> Database(WebApplication app, CancellationToken ct)
    {
        try
        {
            await LavkaHost.Migrate(app, ct);
            Good("database", "can be written");
            return true;
        }
        catch (Exception e) when (e is StoreFault or SchemaMismatch)
        {
            return Bad("database", e.Message);
        }
    }

    private static async Task<bool> Telegram(BotApi api, ShopSettings shop, HostSettings settings, CancellationToken ct)
    {
        if (await api.Send(new GetMe(), ct) is not Answer<BotAccount>.Ok { Result: var me })
            return Bad(shop.Id, $"Telegram does not know the token, or {settings.TelegramApi} cannot be reached; check Shops__{shop.Id}__Telegram__Token");
        Good(shop.Id, $"the bot is @{me.Username}");
        if (await api.Send(new GetWebhookInfo(), ct) is not Answer<WebhookInfo>.Ok { Result: var hook }) return Bad(shop.Id, "Telegram does not tell the state of the webhook");
        if (hook.LastErrorMessage is { Length: > 0 } error) return Bad(shop.Id, $"Telegram could not deliver: {error}; {hook.PendingUpdateCount} update(s) wait. Is {settings.PublicUrl} reachable from outside?");
        Good(shop.Id, $"{shop.Mode}, {hook.PendingUpdateCount} update(s) wait");
        return true;
    }

    private static void Good(string what, string how) => Tell("✓", what, how);

    private static bool Bad(string what, string cure)
    {
        Tell("✗", what, cure);
        return false;
    }

    private static void Tell(string mark, string what, string how) => Console.WriteLine($"{mark} {what}: {how}");
}
