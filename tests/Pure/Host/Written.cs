using Lavka.Host;
using Microsoft.Extensions.Configuration;

namespace Lavka.Pure.Host;

/// <summary>Settings as somebody wrote them. What a test does not name is right.</summary>
internal static class Written
{
    public const string Token = "4200000001:AAH-right_token";
    public const string Secret = "right_secret-1";

    public static IConfigurationRoot Settings(params IEnumerable<(string Key, string? Value)> changes)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["Shops:labels:Kind"] = "Shipping",
            ["Shops:labels:Telegram:Token"] = Token,
        };
        foreach (var (key, value) in changes) settings[key.Replace("__", ":", StringComparison.Ordinal)] = value;
        return Only(settings);
    }

    /// <summary>Nothing but these.</summary>
    public static IConfigurationRoot Only(IEnumerable<KeyValuePair<string, string?>> settings) => new ConfigurationBuilder().AddInMemoryCollection(settings).Build();

    public static HostSettings Right(params IEnumerable<(string Key, string? Value)> changes)
    {
        var reader = new SettingsReader(Settings(changes));
        return reader.Read() ?? throw new InvalidOperationException(string.Join('\n', reader.Faults));
    }

    /// <summary>What the owner is told, a line a fault.</summary>
    public static IReadOnlyList<string> Faults(params IEnumerable<(string Key, string? Value)> changes) => Faults(Settings(changes));

    public static IReadOnlyList<string> Faults(IConfiguration settings) => Faults(new SettingsReader(settings));

    public static IReadOnlyList<string> Faults(SettingsReader reader) => reader.Read() is null ? [.. reader.Faults.Select(fault => fault.ToString())] : [];
}
