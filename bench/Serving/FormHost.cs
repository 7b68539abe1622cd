using System.CommandLine;
using Lavka.Host;

namespace Lavka.Bench.Serving;

/// <summary>
/// <c>serve-form</c>: the product itself, its settings, store, bot, channel and web server, with one shop whose id is <c>form</c> and whose kind is
/// <see cref="FormKind"/>. It takes the keys of docs/settings.md and serves until it is asked to stop; 2 when they are wrong, 1 when the store cannot be used.
/// </summary>
internal static class FormHost
{
    public const string Shop = "form";

    public static Task<int> Run(InvocationConfiguration console, CancellationToken ct)
    {
        var kind = new FormKind();
        var settings = SettingsSource.Read();
        settings[$"Shops:{Shop}:Kind"] = kind.Name;
        // The load is few people who write more often than anybody can, to a Bot API without Telegram's limits.
        settings[$"Shops:{Shop}:Telegram:ChatBurst"] = "1000000";
        settings[$"Shops:{Shop}:RateLimit:Enabled"] = "false";
        return RunVerb.Run(new SettingsReader(settings, [kind]), console, ct);
    }
}
