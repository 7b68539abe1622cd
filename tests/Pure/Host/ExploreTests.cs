using System.CommandLine;
using Lavka.Host;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Host;

public sealed class ExploreTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task explore_writes_a_gallery_and_diagrams_and_needs_no_settings()
    {
        var folder = Directory.CreateTempSubdirectory("lavka-explore-");
        try
        {
            var output = new StringWriter();
            var code = await CommandLine.Of(() => throw new InvalidOperationException("no settings are read")).Parse(["explore", folder.FullName])
                .InvokeAsync(new InvocationConfiguration { Output = output }, Ct);

            code.ShouldBe(0);
            output.ToString().ShouldContain("Shipping: ");
            (await File.ReadAllTextAsync(Path.Combine(folder.FullName, "shipping.html"), Ct)).ShouldContain("id=\"order-from-street2\"");
            folder.EnumerateFiles("*.svg").Select(file => file.Name).ShouldBe([
            "shipping-order.en.svg", "shipping-order.ru.svg", "shipping-template-address.en.svg", "shipping-template-address.ru.svg", "shipping-template-name.en.svg",
            "shipping-template-name.ru.svg", "shipping-template.en.svg", "shipping-template.ru.svg", "shipping-topup.en.svg", "shipping-topup.ru.svg",
        ], ignoreOrder: true);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
