using Lavka.Bot;

namespace Lavka.Host;

/// <summary>How many updates a shop takes from one person: five settings (vpn:S-05). What is not written is as the specification says.</summary>
internal static class RateLimitSettings
{
    private const string Enabled = "RateLimit:Enabled";
    private const string MaxRequests = "RateLimit:MaxRequests";
    private const string TimeWindow = "RateLimit:TimeWindow";
    private const string BanDuration = "RateLimit:BanDuration";
    private const string ExemptAdmins = "RateLimit:ExemptAdmins";

    /// <summary>Each of them is a time that the chat's row keeps.</summary>
    private const int MostRequests = 1000;

    private const int LongestWindow = 3600;
    private const int LongestBan = 86400;

    public static IReadOnlyList<string> Keys { get; } = [Enabled, MaxRequests, TimeWindow, BanDuration, ExemptAdmins];

    /// <summary>Null when it is switched off.</summary>
    public static RateLimit? Read(IConfigurationSection shop, SimpleValues values)
    {
        var usual = new RateLimit();
        var isOn = values.Flag(Enabled, usual: true);
        var sparesOwner = values.Flag(ExemptAdmins, usual: true);
        var limit = new RateLimit
        {
            Most = values.Number(MaxRequests, usual.Most, MostRequests, "messages and presses"),
            Window = values.Seconds(TimeWindow, usual.Window, LongestWindow),
            Ban = values.Seconds(BanDuration, usual.Ban, LongestBan),
            Exempt = sparesOwner && shop["Owner"] is { Length: > 0 } owner ? new HashSet<string> { owner } : new HashSet<string>(),
        };
        return isOn ? limit : null;
    }
}
