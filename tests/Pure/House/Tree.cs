using System.Runtime.CompilerServices;

namespace Lavka.Pure.House;

/// <summary>The files of this repository as they stand in the working tree.</summary>
internal static class Tree
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", ".."));

    public static IReadOnlyList<(string Path, string Text)> Sources(string folder) =>
        [.. Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal))
            .Select(path => (Path.GetRelativePath(Root, path), File.ReadAllText(path)))];

    private static string Here([CallerFilePath] string path = "") => path;
}
