using System.Globalization;
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
    public static RateLimit? Read(IConfigurationSection shop, Action<string, string> fault)
    {
        var usual = new RateLimit();
        var isOn = Flag(Enabled);
        var sparesOwner = Flag(ExemptAdmins);
        var limit = new RateLimit
        {
            Most = Number(MaxRequests, usual.Most, MostRequests, "messages and presses"),
            Window = TimeSpan.FromSeconds(Number(TimeWindow, (int)usual.Window.TotalSeconds, LongestWindow, "seconds")),
            Ban = TimeSpan.FromSeconds(Number(BanDuration, (int)usual.Ban.TotalSeconds, LongestBan, "seconds")),
            Exempt = sparesOwner && shop["Owner"] is { Length: > 0 } owner ? new HashSet<string> { owner } : new HashSet<string>(),
        };
        return isOn ? limit : null;

        bool Flag(string key)
        {
            if (shop[key] is not { Length: > 0 } written) return true;
            if (bool.TryParse(written, out var flag)) return flag;
            fault(key, "must be true or false");
            return true;
        }

        int Number(string key, int otherwise, int most, string what)
        {
            if (shop[key] is not { Length: > 0 } written) return otherwise;
            if (int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most) return number;
            fault(key, string.Create(CultureInfo.InvariantCulture, $"must be a number of {what} from 1 to {most}"));
            return otherwise;
        }
    }
}
