using System.Text;
using System.Text.RegularExpressions;
using Lavka.Host;
using Lavka.Pure.House;
using Microsoft.Extensions.Configuration;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Host;

/// <summary>What the pages say about settings is what the program knows.</summary>
public sealed partial class SettingsPageTests
{
    [Fact]
    public void every_key_has_its_line()
    {
        var page = Page("docs/settings.md");

        foreach (var key in SettingsReader.HostKeys.Concat(SettingsReader.ShopKeys).Concat(ShopKind.All.SelectMany(kind => kind.Keys)))
            page.ShouldContain($"| `{key.Replace(":", "__", StringComparison.Ordinal)}` |");
    }

    [Fact]
    public void every_line_is_a_key_that_the_program_knows() =>
        KeyLine().Matches(Page("docs/settings.md")).Select(line => line.Groups["key"].Value.Replace("__", ":", StringComparison.Ordinal))
            .Except(SettingsReader.HostKeys).Except(SettingsReader.ShopKeys).Except(ShopKind.All.SelectMany(kind => kind.Keys)).ShouldBeEmpty();

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.ru.md")]
    [InlineData("docs/settings.md")]
    public void the_file_that_is_shown_can_be_used_as_it_stands(string page)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(Json().Match(Page(page)).Groups["json"].Value));

        Written.Faults(new ConfigurationBuilder().AddJsonStream(file).Build()).ShouldBeEmpty();
    }

    private static string Page(string path) => File.ReadAllText(Path.Combine(Tree.Root, path));

    [GeneratedRegex(@"^\| `(?<key>\w+)` \|", RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex KeyLine();

    [GeneratedRegex("```json\n(?<json>.*?)```", RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex Json();
}
