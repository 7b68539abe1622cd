using System.Text;
using System.Text.Json;

namespace Lavka.Host;

/// <summary>
/// Finds keys that are written twice in one source: one of the two would win, and not always the newer (shipping:H02). Capitals make no difference.
/// </summary>
internal static class TwiceWritten
{
    /// <summary>Also a file that is no JSON at all is told here, with its line.</summary>
    public static IReadOnlyList<SettingFault> InJson(string name, string json)
    {
        try
        {
            return [.. Properties(Encoding.UTF8.GetBytes(json.TrimStart('\uFEFF')))
                .GroupBy(property => property.Key, StringComparer.OrdinalIgnoreCase)
                .Where(same => same.Count() > 1)
                .Select(same => Fault(same.Key, $"{name}, in line {string.Join(" and in line ", same.Select(property => property.Line))}"))];
        }
        catch (JsonException fault)
        {
            return [new SettingFault(name, $"is no JSON: look at line {fault.LineNumber + 1}")];
        }
    }

    /// <summary>On Linux <c>Shops__labels__Owner</c> and <c>SHOPS__LABELS__OWNER</c> are two variables and one setting.</summary>
    public static IEnumerable<SettingFault> InEnvironment(IEnumerable<string> names) => names
        .GroupBy(name => name.Replace("__", ":", StringComparison.Ordinal), StringComparer.OrdinalIgnoreCase)
        .Where(same => same.Count() > 1 && IsOurs(same.Key))
        .Select(same => Fault(same.Key, $"the environment, as {string.Join(" and as ", same.Order(StringComparer.Ordinal))}"));

    public static SettingFault Fault(string key, string where) => new(key, $"stands twice in {where}; keep the one that is meant");

    private static bool IsOurs(string key) =>
        key.StartsWith("Shops:", StringComparison.OrdinalIgnoreCase) || SettingsReader.HostKeys.Contains(key, StringComparer.OrdinalIgnoreCase);

    private static List<(string Key, int Line)> Properties(byte[] json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        List<(string, int)> found = [];
        List<string> path = [];
        var (arrays, lines, counted) = (0, 1, 0);
        while (reader.Read())
        {
            for (; counted < reader.TokenStartIndex; counted++) lines += json[counted] == '\n' ? 1 : 0;
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName when arrays == 0:
                    while (path.Count >= reader.CurrentDepth) path.RemoveAt(path.Count - 1);
                    path.Add(reader.GetString()!);
                    found.Add((string.Join(':', path).Replace("__", ":", StringComparison.Ordinal), lines));
                    break;
                case JsonTokenType.StartArray:
                    arrays++;
                    break;
                case JsonTokenType.EndArray:
                    arrays--;
                    break;
            }
        }
        return found;
    }
}
