using System.CommandLine;
using Lavka.Channels.Telegram;
using Lavka.Durable;

namespace Lavka.Host;

/// <summary>
/// <c>doctor</c>: looks at settings, database, tokens and webhooks, and names the cure for whatever is not as it should be.
/// 0 when all is well, 1 when not, 2 when the settings are wrong.
/// </summary>
internal sealed class DoctorVerb(TextWriter output)
{
    public static async Task<int> Run(IConfiguration configuration, InvocationConfiguration console, CancellationToken ct)
    {
        var reader = new SettingsReader(configuration);
        return reader.Read() is { } settings ? await new DoctorVerb(console.Output).Examine(settings, ct) : Faults.Tell(reader.Faults, console.Error);
    }

    private async Task<int> Examine(HostSettings settings, CancellationToken ct)
    {
        Good("settings", $"{settings.Shops.Count} shop(s), public address {settings.PublicUrl}");
        await using var app = LavkaHost.Build(settings, logging => logging.ClearProviders());
        var well = await Database(app.Services.GetRequiredService<Store>(), ct);
        using var http = TelegramHttp.NewClient();
        foreach (var shop in settings.Shops)
            well &= await Telegram(new BotApi(http, settings.TelegramApi, shop.Token, TimeProvider.System), shop, settings, ct);
        foreach (var shop in LavkaHost.ShopsOf(app.Services))
            foreach (var off in shop.Parts.Off) Tell("–", shop.Id, off);
        return well ? 0 : 1;
    }

    private async Task<bool> Database(Store store, CancellationToken ct)
    {
        try
        {
            await LavkaHost.Migrate(store, ct);
            return Good("database", "can be written");
        }
        catch (Exception e) when (e is StoreFault or SchemaMismatch)
        {
            return Bad("database", e.Message);
        }
    }

    private async Task<bool> Telegram(BotApi api, ShopSettings shop, HostSettings settings, CancellationToken ct)
    {
        switch (await api.Send(new GetMe(), ct))
        {
            case Answer<BotAccount>.Ok { Result: var me } when Identity.Fault(me, shop) is { } stranger:
                return Bad(shop.Id, stranger.ToString());
            case Answer<BotAccount>.Ok { Result: var me }:
                Good(shop.Id, $"the bot is @{me.Username}");
                break;
            case Answer<BotAccount>.Failed { Fault: Fault.Unauthorized }:
                return Bad(shop.Id, $"Telegram does not know the token; take the current one from BotFather and set Shops__{shop.Id}__Telegram__Token");
            case Answer<BotAccount>.Failed { Fault: var fault }:
                return Bad(shop.Id, $"{settings.TelegramApi} did not answer as it should: {fault.Why}. Is it reachable from here?");
        }
        if (await api.Send(new GetWebhookInfo(), ct) is not Answer<WebhookInfo>.Ok { Result: var hook }) return Bad(shop.Id, "Telegram does not tell the state of the webhook; try again");
        return hook.LastErrorMessage is { Length: > 0 } error
            ? Bad(shop.Id, $"Telegram could not deliver: {error}; {hook.PendingUpdateCount} update(s) wait. Is {settings.PublicUrl} reachable from outside?")
            : Good(shop.Id, $"receives by {shop.Mode.ToString().ToLowerInvariant()}, {hook.PendingUpdateCount} update(s) wait");
    }

    private bool Good(string what, string how)
    {
        Tell("✓", what, how);
        return true;
    }

    private bool Bad(string what, string cure)
    {
        Tell("✗", what, cure);
        return false;
    }

    private void Tell(string mark, string what, string how) => output.WriteLine($"{mark} {what}: {how}");
}
