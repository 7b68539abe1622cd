using System.Text.RegularExpressions;

namespace Lavka.Host;

/// <summary>
/// Finds settings whose value swallowed the next line: a missing line break in an environment file makes
/// <c>Token=123:ABCShops__labels__Telegram__Secret=xyz</c> one value (shipping:H01).
/// </summary>
public static partial class GluedValues
{
    public static IEnumerable<SettingFault> In(IConfiguration configuration) =>
        from setting in configuration.AsEnumerable()
        where setting.Value is not null && IsOurs(setting.Key)
        let glued = NextSetting().Matches(setting.Value).FirstOrDefault(found => !IsPartOf(setting.Value, found))
        where glued is not null
        select new SettingFault(setting.Key, $"its value swallowed the setting {glued.Groups["name"].Value}; put a line break between the two");

    /// <summary>A connection string and a query have parts of their own, such as <c>Host=db; Database=lavka</c>.</summary>
    private static bool IsPartOf(string value, Match found) => value[..found.Index].TrimEnd() is [.., ';' or '&' or '?'];

    private static bool IsOurs(string key) =>
        key.StartsWith("Shops:", StringComparison.OrdinalIgnoreCase) || SettingsReader.HostKeys.Contains(key, StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex("(?<name>Shops__[a-z0-9_-]+|Telegram__ApiUrl|PaymentHooks__[a-z]+|PublicUrl|Urls|Database|(ASPNETCORE|DOTNET)_[a-z0-9_]+)=", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NextSetting();
}
