namespace Lavka.Host;

/// <summary>
/// Settings as lines <c>Shops__labels__Owner=42</c>, as an environment file has them: blank lines and lines that begin with <c>#</c> say nothing, <c>export</c>
/// before a name and quotes around a value are allowed. Values are never part of a fault.
/// </summary>
public sealed record EnvFile(IReadOnlyDictionary<string, string?> Settings, IReadOnlyList<SettingFault> Faults)
{
    private const string Export = "export ";

    public static EnvFile Read(string name, IEnumerable<string> lines)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        var places = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        List<SettingFault> faults = [];
        foreach (var (at, written) in lines.Index())
        {
            var line = written.Trim();
            if (line.Length == 0 || line[0] == '#') continue;
            if (line.StartsWith(Export, StringComparison.Ordinal)) line = line[Export.Length..].TrimStart();
            var equals = line.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                faults.Add(new SettingFault(name, $"line {at + 1} is not of the form Name=value"));
                continue;
            }
            var key = line[..equals].TrimEnd().Replace("__", ":", StringComparison.Ordinal);
            if (places.TryGetValue(key, out var first))
                faults.Add(TwiceWritten.Fault(key, $"{name}, in line {first} and in line {at + 1}"));
            else (places[key], settings[key]) = (at + 1, Unquoted(line[(equals + 1)..].Trim()));
        }
        return new EnvFile(settings, faults);
    }

    private static string Unquoted(string value) => value is ['"', .., '"'] or ['\'', .., '\''] && value.Length > 1 ? value[1..^1] : value;
}
