using Shouldly;
using Xunit;

namespace Lavka.Pure.House;

public sealed class ArrowsTests
{
    [Fact]
    public void every_room_references_only_what_the_table_allows() =>
        Directory.EnumerateFiles(Path.Combine(Tree.Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .SelectMany(path => Arrows.Violations(Path.GetFileNameWithoutExtension(path), File.ReadAllText(path)))
            .ShouldBeEmpty();

    /// <summary>The project files alone would not show a type that came in through another room.</summary>
    [Theory]
    [InlineData(typeof(Lavka.Talk.View), new string[0])]
    [InlineData(typeof(Lavka.Durable.Store), new string[0])]
    [InlineData(typeof(Lavka.Bot.Stage), new[] { "Lavka.Talk", "Lavka.Durable" })]
    [InlineData(typeof(Lavka.Channels.Telegram.TelegramChannel), new[] { "Lavka.Talk" })]
    [InlineData(typeof(Lavka.Commerce.Money), new[] { "Lavka.Talk", "Lavka.Durable" })]
    [InlineData(typeof(Lavka.Shops.Shipping.ShippingShop), new[] { "Lavka.Talk", "Lavka.Commerce" })]
    [InlineData(typeof(Lavka.Simulator.SimulatorApp), new string[0])]
    public void every_assembly_uses_only_what_the_table_allows(Type anyType, string[] allowed) =>
        anyType.Assembly.GetReferencedAssemblies().Select(name => name.Name!).Where(name => name.StartsWith("Lavka.", StringComparison.Ordinal)).Except(allowed).ShouldBeEmpty();

    [Theory]
    [InlineData("Talk", """<ProjectReference Include="../Durable/Durable.csproj" />""", "Talk -> Durable")]
    [InlineData("Talk", """<PackageReference Include="NodaTime" />""", "Talk -> package NodaTime")]
    [InlineData("Shops.Shipping", """<ProjectReference Include="../Durable/Durable.csproj" />""", "Shops.Shipping -> Durable")]
    [InlineData("Simulator", """<ProjectReference Include="../Talk/Talk.csproj" />""", "Simulator -> Talk")]
    [InlineData("Common", "", "Common is no room of the table")]
    public void a_seeded_violation_is_found(string room, string project, string violation) => Arrows.Violations(room, project).ShouldBe([violation]);
}
