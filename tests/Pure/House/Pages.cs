using System.Text.RegularExpressions;

namespace Lavka.Pure.House;

/// <summary>The pages that a reader begins with, and what is wrong with them.</summary>
internal static partial class Pages
{
    public static IReadOnlyList<(string Folder, string Text)> All() =>
        [.. Directory.EnumerateFiles(Tree.Root, "README*.md")
            .Concat(Directory.EnumerateFiles(Path.Combine(Tree.Root, "docs"), "*.md", SearchOption.AllDirectories))
            .Select(path => (Path.GetDirectoryName(path)!, File.ReadAllText(path)))];

    /// <summary>The page of <c>Shops.Shipping</c> is <c>docs/shipping.md</c>.</summary>
    public static IEnumerable<string> Missing(IEnumerable<string> rooms, Func<string, bool> exists) =>
        rooms.Select(room => $"docs/{room.Split('.')[^1].ToLowerInvariant()}.md").Where(page => !exists(page));

    /// <summary>Examples are taken from the code, word for word, or they grow old.</summary>
    public static IEnumerable<string> Invented(string text, IReadOnlyList<string> sources) =>
        Example().Matches(text).Select(example => example.Groups["code"].Value).Where(code => !sources.Any(source => source.Contains(code, StringComparison.Ordinal)));

    public static IEnumerable<string> Broken(string folder, string text) =>
        Link().Matches(text).Select(link => link.Groups["to"].Value).Where(to => !to.Contains("://", StringComparison.Ordinal) && !Path.Exists(Path.Combine(folder, to)));

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex(@"\]\((?<to>[^)#\s]+)(#[^)]*)?\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();
}
