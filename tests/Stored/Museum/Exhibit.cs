using System.Runtime.CompilerServices;

namespace Lavka.Stored.Museum;

/// <summary>The row of a chat exactly as a release stored it, in a file of its own: <c>0.1/order-07.json</c>.</summary>
internal sealed record Exhibit(string Release, string Name, string Row)
{
    /// <summary>A row that today's code must not take for a good one: it proves that a visit notices.</summary>
    private const string MustFail = "must-fail";

    private static string Folder => Path.GetDirectoryName(Here())!;

    public static IEnumerable<string> All => Directory.EnumerateFiles(Folder, "*.json", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Folder, path)).Where(path => !path.StartsWith(MustFail, StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    public static IEnumerable<string> Bad => Directory.EnumerateFiles(Path.Combine(Folder, MustFail), "*.json").Select(path => Path.GetRelativePath(Folder, path));

    public static Exhibit Read(string path) => new(Path.GetDirectoryName(path)!, Path.GetFileNameWithoutExtension(path), File.ReadAllText(Path.Combine(Folder, path)));

    public void Keep()
    {
        Directory.CreateDirectory(Path.Combine(Folder, Release));
        File.WriteAllText(Path.Combine(Folder, Release, Name + ".json"), Row + "\n");
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
