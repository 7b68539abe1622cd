using System.Text.RegularExpressions;

namespace Lavka.Pure.House;

/// <summary>How the code reads, as far as a program can tell. Each rule gives a sentence for each place that breaks it.</summary>
internal static partial class Rules
{
    private const int LongestFile = 400;

    public static IEnumerable<string> Length(string path, string text) =>
        text.Count(c => c == '\n') is > LongestFile and var lines ? [$"{path} has {lines} lines"] : [];

    public static IEnumerable<string> Names(string path, string text) =>
        TypeName().Matches(text).Select(match => match.Groups["name"].Value).Where(name => Vague().IsMatch(name)).Select(name => $"{path}: {name} says nothing");

    public static IEnumerable<string> Promises(string path, string text) =>
        PublicType().Matches(text).Where(match => !Documented(text, match.Index)).Select(match => $"{path}: {match.Groups["name"].Value} promises nothing");

    /// <summary>A union of nested records is one type; so are the parts of a partial one.</summary>
    public static IEnumerable<string> OneType(string path, string text) =>
        PublicType().Matches(text).Select(match => match.Groups["name"].Value).Distinct().ToList() is { Count: > 1 } types ? [$"{path} has {string.Join(", ", types)}"] : [];

    public static IEnumerable<string> Promised(string path, string text) => Later().IsMatch(text) ? [$"{path} puts something off"] : [];

    /// <summary>A wait without a clock cannot be tested and holds a thread or a test up.</summary>
    public static IEnumerable<string> Waits(string path, string text) =>
        Wait().Matches(text).Where(wait => !Clock().IsMatch(wait.Value)).Select(wait => $"{path} waits without a clock: {wait.Value}");

    /// <summary>Neither catch, finally nor using runs when a dialog stops at a question (talk.md C.8).</summary>
    public static IEnumerable<string> Dialogs(string path, string text) =>
        FlowMethod().Matches(text).Where(match => Guarded().IsMatch(Body(text, match.Index))).Select(match => $"{path}: {match.Groups["name"].Value} has try or using around questions");

    private static bool Documented(string text, int at)
    {
        var before = text[..at].TrimEnd().Split('\n').Reverse().Select(line => line.Trim()).SkipWhile(line => line.StartsWith('[') || line.EndsWith(")]", StringComparison.Ordinal) || line.EndsWith(',')).FirstOrDefault();
        return before is not null && (before.StartsWith("///", StringComparison.Ordinal) || before.EndsWith("/// </summary>", StringComparison.Ordinal));
    }

    private static string Body(string text, int at)
    {
        var open = text.IndexOf('{', at);
        for (int i = open, depth = 0; i >= 0 && i < text.Length; i++)
        {
            depth += text[i] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0) return text[at..i];
        }
        return text[at..];
    }

    [GeneratedRegex(@"\b(class|record|struct|interface|enum)\s+(?<name>[A-Z]\w*)", RegexOptions.ExplicitCapture)]
    private static partial Regex TypeName();

    [GeneratedRegex(@"(Manager|Helper|Utils?|Base|Impl)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Vague();

    [GeneratedRegex(@"^public\s+([a-z]+\s+)*(class|record|struct|interface|enum)\s+(?<name>[A-Z]\w*)", RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex PublicType();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Later();

    [GeneratedRegex(@"\b(Thread\.Sleep|Task\.Delay)\([^;]*;", RegexOptions.ExplicitCapture)]
    private static partial Regex Wait();

    [GeneratedRegex(@"\b(_?clock|Clock|time|TimeProvider\.System)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Clock();

    [GeneratedRegex(@"async\s+Flow<[^{;=]*?\s(?<name>\w+)\(", RegexOptions.ExplicitCapture)]
    private static partial Regex FlowMethod();

    [GeneratedRegex(@"\b(try\b|using\s+(var\b|\())", RegexOptions.ExplicitCapture)]
    private static partial Regex Guarded();
}
