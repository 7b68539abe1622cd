using Lavka.Host;
using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Host;

/// <summary>Whatever is written twice is told, because one of the two would win unseen (shipping:H02).</summary>
public sealed class SourcesTests : IDisposable
{
    private const string Old = "https://t.me/old_channel";
    private const string New = "https://t.me/new_channel";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lavka-settings-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact, Covers("shipping:H02")]
    public void two_lines_for_one_setting_are_named_with_both_places_and_no_value()
    {
        Env($"""
            # The shop
            Shops__labels__Kind=Shipping
            Shops__labels__Telegram__Token={Written.Token}
            Shops__labels__Support={Old}

            export shops__LABELS__Support="{New}"
            """);

        Faults().ShouldBe(["shops__LABELS__Support: stands twice in lavka.env, in line 4 and in line 6; keep the one that is meant"]);
    }

    [Theory, Covers("shipping:H02")]
    [InlineData("\"Support\": \"https://t.me/old_channel\",\n  \"Owner\": \"42\",\n  \"support\": \"https://t.me/new_channel\"", "Shops__labels__Support")]
    [InlineData("\"Carrier\": { \"ApiKey\": \"a\" },\n \n \"carrier\": {}", "Shops__labels__Carrier")]
    [InlineData("\"Carrier\": { \"ApiKey\": \"a\" },\n \n \"Carrier__ApiKey\": \"b\"", "Shops__labels__Carrier__ApiKey")]
    public void two_properties_of_one_name_are_named_with_both_lines_and_no_value(string properties, string key)
    {
        Json($$"""
            { "Shops": { "labels": {
              "Kind": "Shipping", "Telegram": { "Token": "{{Written.Token}}" },
              {{properties}}
            } } }
            """);

        var fault = Faults().ShouldHaveSingleItem();

        fault.ToUpperInvariant().ShouldBe($"{key}: stands twice in lavka.json, in line 3 and in line 5; keep the one that is meant".ToUpperInvariant());
    }

    [Fact, Covers("shipping:H02")]
    public void variables_that_differ_in_capitals_only_are_one_setting_twice()
    {
        Env($"Shops__labels__Kind=Shipping\nShops__labels__Telegram__Token={Written.Token}");

        Faults("PATH", "Path", "SHOPS__LABELS__OWNER", "Shops__labels__Owner", "PublicUrl")
            .ShouldBe(["SHOPS__LABELS__OWNER: stands twice in the environment, as SHOPS__LABELS__OWNER and as Shops__labels__Owner; keep the one that is meant"]);
    }

    [Theory]
    [InlineData("{ \"Shops\": { \n \"labels\": ", "lavka.json: is no JSON: look at line 2")]
    [InlineData("{ \"Shops\": 1,,\n }", "lavka.json: is no JSON: look at line 1")]
    public void a_file_that_is_no_json_is_told_with_its_line(string json, string fault)
    {
        Json(json);

        Faults().ShouldContain(fault);
    }

    [Fact]
    public void a_line_that_is_no_setting_is_told_with_its_number()
    {
        Env($"Shops__labels__Kind=Shipping\nShops__labels__Telegram__Token={Written.Token}\nhunter2");

        Faults().ShouldBe(["lavka.env: line 3 is not of the form Name=value"]);
    }

    [Fact]
    public void what_stands_in_two_sources_is_no_fault_and_the_later_one_prevails()
    {
        Json($$"""{ "Shops": { "labels": { "Kind": "Shipping", "Owner": "1", "Telegram": { "Token": "{{Written.Token}}" } } }, /* a word */ "Urls": "http://127.0.0.1:5081", }""");
        Env("Shops__labels__Owner='2'\n  # Urls=http://127.0.0.1:5082\nexport PublicUrl = https://shop.example.com  ");

        var settings = new SettingsReader(SettingsSource.Read(_folder.FullName, [])).Read().ShouldNotBeNull();

        (settings.Urls, settings.PublicUrl.AbsoluteUri, settings.Shops[0].Owner).ShouldBe(("http://127.0.0.1:5081", "https://shop.example.com/", "2"));
    }

    private void Env(string lines) => File.WriteAllText(Path.Combine(_folder.FullName, "lavka.env"), lines);

    private void Json(string json) => File.WriteAllText(Path.Combine(_folder.FullName, "lavka.json"), json);

    private IReadOnlyList<string> Faults(params IReadOnlyList<string> environment) => Written.Faults(SettingsSource.Read(_folder.FullName, environment));
}
