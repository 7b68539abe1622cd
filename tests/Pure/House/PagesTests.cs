using Shouldly;
using Xunit;

namespace Lavka.Pure.House;

public sealed class PagesTests
{
    [Fact]
    public void every_room_has_a_page() =>
        Pages.Missing(Directory.EnumerateDirectories(Path.Combine(Tree.Root, "src")).Select(Path.GetFileName)!, page => File.Exists(Path.Combine(Tree.Root, page))).ShouldBeEmpty();

    [Fact]
    public void a_room_without_a_page_is_found() => Pages.Missing(["Talk", "Shops.Flats"], page => page == "docs/talk.md").ShouldBe(["docs/flats.md"]);

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.ru.md")]
    public void the_code_that_is_shown_first_is_code_of_the_shop(string page) =>
        Pages.Invented(File.ReadAllText(Path.Combine(Tree.Root, page)), [.. Tree.Sources("src/Shops.Shipping").Select(source => source.Text)]).ShouldBeEmpty();

    [Fact]
    public void an_example_that_is_no_code_of_the_shop_is_found() => Pages.Invented("```csharp\nawait Magic();\n```", ["await Work();\n"]).ShouldBe(["await Magic();\n"]);

    [Fact]
    public void every_link_of_every_page_leads_to_a_file() => Pages.All().SelectMany(page => Pages.Broken(page.Folder, page.Text)).ShouldBeEmpty();

    [Fact]
    public void a_broken_link_is_found() => Pages.Broken(Tree.Root, "[a](docs/nothing.md) [b](LICENSE) [c](https://example.com)").ShouldBe(["docs/nothing.md"]);
}
