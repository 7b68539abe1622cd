using System.CommandLine;
using System.Text;
using Lavka.Host;
using Lavka.Kit;
using Lavka.Simulator;
using Lavka.Simulator.Telegram.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Host;

public sealed class VerbsTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lavka-verbs-");
    private readonly WebApplication _telegram = SimulatorApp.Build([], new SimulatorOptions { Urls = "http://127.0.0.1:0", Bots = [new BotRegistration(Written.Token, "labels_bot", "Labels")] });

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Telegram => _telegram.Urls.Single();

    public async ValueTask InitializeAsync() => await _telegram.StartAsync(Ct);

    public async ValueTask DisposeAsync()
    {
        await _telegram.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task the_doctor_finds_a_healthy_shop_and_says_what_is_off()
    {
        var (code, output, _) = await Lavka("doctor", Settings());

        code.ShouldBe(0);
        output.ShouldContain("✓ settings: 1 shop(s), public address http://127.0.0.1:5080/");
        output.ShouldContain("✓ database: can be written");
        output.ShouldContain("✓ labels: the bot is @labels_bot");
        output.ShouldContain("✓ labels: receives by polling, 0 update(s) wait");
        output.ShouldContain("– labels: the carrier is off and no labels are sold: set Shops__labels__Carrier__ApiKey");
        output.ShouldContain("– labels: topping up is off: set Shops__labels__OxaPay__MerchantKey");
        output.ShouldContain("– labels: alerts go to the log only: set Shops__labels__Owner");
        output.ShouldNotContain(Written.Token);
    }

    [Theory]
    [InlineData("Shops__labels__Telegram__Token", "42:wrong", "✗ labels: Telegram does not know the token; take the current one from BotFather and set Shops__labels__Telegram__Token")]
    [InlineData("Telegram__ApiUrl", "http://127.0.0.1:1", "✗ labels: http://127.0.0.1:1/ did not answer as it should")]
    [InlineData("Database", "Host=127.0.0.1;Port=1;Username=lavka", "✗ database: PostgreSQL at 127.0.0.1:1/lavka cannot be reached: check that it runs")]
    [InlineData("Database", "Data Source=/dev/null/lavka.db", "✗ database: The folder /dev/null of the database cannot be made")]
    public async Task the_doctor_names_what_is_ill_and_its_cure(string key, string value, string line)
    {
        var (code, output, _) = await Lavka("doctor", Settings((key, value)));

        code.ShouldBe(1);
        output.ShouldContain(line);
    }

    [Fact]
    public async Task the_doctor_sees_that_telegram_cannot_deliver()
    {
        using var http = new HttpClient { BaseAddress = new Uri(Telegram) };
        await Post($"/bot{Written.Token}/setWebhook", """{"url":"http://127.0.0.1:1/hooks/telegram/labels"}""");
        await Post("/chat/api/4200000001/1001/text", """{"text":"/start"}""");
        await Eventually.Holds(async () => (await http.GetStringAsync(new Uri($"/bot{Written.Token}/getWebhookInfo", UriKind.Relative), Ct)).Contains("last_error_message", StringComparison.Ordinal));

        var (code, output, _) = await Lavka("doctor", Settings());

        code.ShouldBe(1);
        output.ShouldContain("✗ labels: Telegram could not deliver: ");
        output.ShouldContain("1 update(s) wait. Is http://127.0.0.1:5080/ reachable from outside?");

        async Task Post(string path, string json)
        {
            using var body = new StringContent(json, Encoding.UTF8, "application/json");
            using var answer = await http.PostAsync(new Uri(path, UriKind.Relative), body, Ct);
            answer.EnsureSuccessStatusCode();
        }
    }

    [Theory]
    [Covers("shipping:H01")]
    [InlineData("")]
    [InlineData("run")]
    [InlineData("doctor")]
    [InlineData("migrate")]
    public async Task with_wrong_settings_every_verb_ends_with_2_and_tells_all_of_them(string verb)
    {
        var (code, _, errors) = await Lavka(verb, Settings(("Urls", "5080"), ("Shops__labels__Telegram__Token", "123:ABCShops__labels__Owner=42")));

        code.ShouldBe(2);
        errors.ShouldContain("3 settings are wrong:");
        errors.ShouldContain("  Urls: must be addresses");
        errors.ShouldContain("  Shops__labels__Telegram__Token: its value swallowed the setting Shops__labels__Owner");
        errors.ShouldContain("  Shops__labels__Telegram__Token: is not a bot's token");
    }

    [Fact]
    public async Task run_ends_with_1_when_there_can_be_no_database()
    {
        var (code, _, errors) = await Lavka("run", Settings(("Database", "Data Source=/dev/null/lavka.db")));

        code.ShouldBe(1);
        errors.ShouldStartWith("Lavka cannot start: The folder /dev/null of the database cannot be made");
    }

    [Fact]
    public async Task migrate_makes_the_database_and_may_be_repeated()
    {
        foreach (var _ in new[] { "first", "again" })
        {
            var (code, output, _) = await Lavka("migrate", Settings());
            (code, output).ShouldBe((0, "The database is up to date." + Environment.NewLine));
        }
        File.Exists(Path.Combine(_folder.FullName, "lavka.db")).ShouldBeTrue();
    }

    [Fact]
    public async Task the_help_names_every_verb_in_a_sentence()
    {
        var (code, output, _) = await Lavka("--help", Settings());

        code.ShouldBe(0);
        foreach (var verb in CommandLine.Of(() => Settings()).Subcommands) output.ShouldMatch($@"(?m)^\s+{verb.Name}\s+[A-Z][^\n]+");
        output.ShouldContain("docs/settings.md");
    }

    [Fact]
    public async Task an_unknown_verb_is_refused_and_nothing_is_served()
    {
        var (code, _, errors) = await Lavka("serve", Settings());

        code.ShouldBe(1);
        errors.ShouldContain("serve");
    }

    private static async Task<(int Code, string Output, string Errors)> Lavka(string line, IConfiguration settings)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = await CommandLine.Of(() => settings).Parse(line).InvokeAsync(new InvocationConfiguration { Output = output, Error = errors }, Ct);
        return (code, output.ToString(), errors.ToString());
    }

    private IConfigurationRoot Settings(params IEnumerable<(string Key, string? Value)> changes) =>
        Written.Settings([("Database", $"Data Source={Path.Combine(_folder.FullName, "lavka.db")}"), ("Telegram__ApiUrl", Telegram), .. changes]);
}
