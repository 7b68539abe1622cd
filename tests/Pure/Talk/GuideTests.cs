using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Talk;

public sealed partial class GuideTests
{
    [Theory]
    [InlineData("talk.md")]
    [InlineData("dialogs.md")]
    public void Every_example_of_the_guide_is_code_that_compiles(string page)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Lavka.slnx"))) root = root.Parent.ShouldNotBeNull();
        var code = Directory.EnumerateFiles(Path.Combine(root.FullName, "tests", "Pure", "Talk"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText).ToList();
        var examples = Example.Matches(File.ReadAllText(Path.Combine(root.FullName, "docs", page))).Select(match => match.Groups["code"].Value).ToList();
        examples.Count.ShouldBeGreaterThan(3);
        examples.ShouldAllBe(example => code.Any(file => file.Contains(example, StringComparison.Ordinal)));
    }

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Example { get; }
}
