using System.Text.RegularExpressions;

namespace Lavka.Pure.House;

/// <summary>The table of arrows (architecture section 1) and whoever breaks it.</summary>
internal static partial class Arrows
{
    private static readonly Dictionary<string, string[]> Table = new()
    {
        ["Talk"] = [],
        ["Durable"] = [],
        ["Bot"] = ["Talk", "Durable"],
        ["Channels."] = ["Talk"],
        ["Commerce"] = ["Talk", "Durable"],
        ["Shops."] = ["Commerce", "Talk"],
        ["Admin"] = ["Commerce", "Durable"],
        ["Simulator"] = [],
    };

    private static readonly Dictionary<string, string[]> Packages = new()
    {
        ["Talk"] = [],
        ["Durable"] = ["Microsoft.Data.Sqlite.Core", "Npgsql", "SQLitePCLRaw.bundle_e_sqlite3", "Microsoft.Extensions.Logging.Abstractions"],
    };

    /// <summary>One sentence for each arrow of a room's project that the table does not have. The host knows all the others.</summary>
    public static IEnumerable<string> Violations(string room, string project)
    {
        if (room == "Host") return [];
        var rule = Table.Keys.FirstOrDefault(known => known == room || (known.EndsWith('.') && room.StartsWith(known, StringComparison.Ordinal)));
        if (rule is null) return [$"{room} is no room of the table"];
        var rooms = Reference().Matches(project).Select(match => match.Groups["room"].Value).Except(Table[rule]).Select(target => $"{room} -> {target}");
        var packages = Packages.TryGetValue(rule, out var allowed)
            ? Package().Matches(project).Select(match => match.Groups["name"].Value).Except(allowed).Select(name => $"{room} -> package {name}")
            : [];
        return rooms.Concat(packages);
    }

    [GeneratedRegex(@"<ProjectReference Include=""[^""]*/(?<room>[^/""]+)\.csproj""", RegexOptions.ExplicitCapture)]
    private static partial Regex Reference();

    [GeneratedRegex(@"<PackageReference Include=""(?<name>[^""]+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Package();
}
