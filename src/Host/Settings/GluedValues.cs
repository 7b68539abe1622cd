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
        let glued = NextSetting().Match(setting.Value)
        where glued.Success && !(setting.Key == "Database" && glued.Groups["name"].Value == "Database")
        select new SettingFault(setting.Key, $"its value swallowed the setting {glued.Groups["name"].Value}; put a line break between the two");

    private static bool IsOurs(string key) =>
        key.StartsWith("Shops:", StringComparison.OrdinalIgnoreCase) || key.StartsWith("Telegram:", StringComparison.OrdinalIgnoreCase) || key is "Database" or "Urls" or "PublicUrl";

    [GeneratedRegex("(?<name>Shops__[A-Za-z0-9_-]+|Telegram__ApiUrl|PublicUrl|Urls|Database)=", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex NextSetting();
}
