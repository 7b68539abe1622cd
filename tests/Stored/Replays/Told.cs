using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Lavka.Stored.Replays;

/// <summary>A talk as lines that a person can read and compare; what is different every time is masked.</summary>
internal static partial class Told
{
    public static IEnumerable<string> Lines(IEnumerable<JsonObject> events) => events.SelectMany(Lines).Select(Masked);

    public static string Masked(string text) => Link().Replace(Number().Replace(Date().Replace(Order().Replace(text, "#ORD-······"), "(··.··)"), "‹number›"), "‹link›");

    /// <summary>The lines of both talks where they differ, with what stands around: "- recorded", "+ today". Empty when they are the same.</summary>
    public static string Difference(IReadOnlyList<string> recorded, IReadOnlyList<string> today)
    {
        const int around = 4;
        var common = Common(recorded, today);
        List<string> lines = [];
        for (int i = 0, j = 0; i < recorded.Count || j < today.Count;)
        {
            if (i < recorded.Count && j < today.Count && recorded[i] == today[j])
            {
                lines.Add("  " + recorded[i++]);
                j++;
            }
            else if (j >= today.Count || (i < recorded.Count && common[i + 1, j] >= common[i, j + 1])) lines.Add("- " + recorded[i++]);
            else lines.Add("+ " + today[j++]);
        }
        var differs = lines.Select((line, at) => (line, at)).Where(pair => pair.line[0] != ' ').Select(pair => pair.at).ToList();
        return string.Join('\n', lines.Where((_, at) => differs.Exists(differing => Math.Abs(differing - at) <= around)));
    }

    private static IEnumerable<string> Lines(JsonObject happened) => (string?)happened["from"] switch
    {
        "person" => [$"> {Act(happened)}"],
        "clock" => [$"({happened["seconds"]} s later)"],
        _ => Said(happened),
    };

    private static string Act(JsonObject happened) =>
        happened["wrote"] is { } wrote ? (string)wrote!
        : happened["pressed"] is { } label ? $"[{label}] under {happened["on"]}"
        : happened["contact"] is { } contact ? $"(contact {contact})"
        : happened["sent"] is { } kind ? $"({kind})"
        : happened["edits"] is { } edited ? $"(changes his message {edited})"
        : happened.ToJsonString();

    private static IEnumerable<string> Said(JsonObject happened)
    {
        if (happened["notes"] is { } note)
        {
            yield return $"    note: {note}";
            yield break;
        }
        var what = happened["edits"] is { } edited ? $"{edited} becomes" : $"{happened["message"]}";
        foreach (var (line, at) in $"{(happened["sent"] is { } kind ? $"({kind} {happened["file"]}) " : "")}{happened["says"]}".Split('\n').Select((line, at) => (line, at)))
            yield return at == 0 ? string.Create(CultureInfo.InvariantCulture, $"    {what}: {line}") : "       " + line;
        foreach (var row in happened["buttons"]?.AsArray() ?? []) yield return "       " + string.Join(' ', row!.AsArray().Select(label => $"[{label}]"));
        foreach (var row in happened["keyboard"]?.AsArray() ?? []) yield return "       keyboard " + string.Join(' ', row!.AsArray().Select(label => $"[{label}]"));
        if (happened["invites"] is { } invites) yield return $"       ‹{invites}›";
    }

    private static int[,] Common(IReadOnlyList<string> a, IReadOnlyList<string> b)
    {
        var common = new int[a.Count + 2, b.Count + 2];
        for (var i = a.Count - 1; i >= 0; i--)
            for (var j = b.Count - 1; j >= 0; j--) common[i, j] = a[i] == b[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        return common;
    }

    [GeneratedRegex("#ORD-[0-9A-Z]{6}", RegexOptions.NonBacktracking)]
    private static partial Regex Order();

    [GeneratedRegex(@"\([0-9]{2}\.[0-9]{2}\)", RegexOptions.NonBacktracking)]
    private static partial Regex Date();

    [GeneratedRegex("[0-9A-Z]{12,}", RegexOptions.NonBacktracking)]
    private static partial Regex Number();

    [GeneratedRegex(@"https?://[^\s]+", RegexOptions.NonBacktracking)]
    private static partial Regex Link();
}
