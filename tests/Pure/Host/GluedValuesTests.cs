using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Host;

/// <summary>A line break that is missing in an environment file makes one value of two settings.</summary>
public sealed class GluedValuesTests
{
    [Theory]
    [Covers("shipping:H01")]
    [InlineData("Shops__labels__Telegram__Token", "123:ABCShops__labels__Telegram__Secret=xyz", "Shops__labels__Telegram__Secret")]
    [InlineData("Shops__labels__Telegram__Token", "123:ABC Shops__labels__Owner=42", "Shops__labels__Owner")]
    [InlineData("Shops__labels__Telegram__Token", "123:ABC\tShops__labels__Owner=42", "Shops__labels__Owner")]
    [InlineData("Shops__labels__Telegram__Token", "123:ABCPublicUrl=https://shop.example.com", "PublicUrl")]
    [InlineData("Shops__labels__Telegram__Token", "123:ABCASPNETCORE_ENVIRONMENT=Production", "ASPNETCORE_ENVIRONMENT")]
    [InlineData("Shops__labels__Telegram__Token", "123:ABCshops__labels__owner=42", "shops__labels__owner")]
    [InlineData("PublicUrl", "https://shop.example.comDatabase=Data Source=data/lavka.db", "Database")]
    [InlineData("PublicUrl", "https://shop.example.com/Urls=http://0.0.0.0:5080", "Urls")]
    [InlineData("Database", "Data Source=data/lavka.dbUrls=http://0.0.0.0:5080", "Urls")]
    [InlineData("Database", "Data Source=data/lavka.dbShops__labels__Kind=Shipping", "Shops__labels__Kind")]
    [InlineData("Database", "Data Source=data/lavka.dbPaymentHooks__MaxRequests=600", "PaymentHooks__MaxRequests")]
    [InlineData("Telegram__ApiUrl", "https://api.telegram.orgShops__labels__Kind=Shipping", "Shops__labels__Kind")]
    [InlineData("Shops__labels__Carrier__ApiKey", "abcShops__labels__Carrier__FallbackPhone=+12125550100", "Shops__labels__Carrier__FallbackPhone")]
    [InlineData("Shops__labels__Support", "https://t.me/annaTelegram__ApiUrl=http://127.0.0.1:5090", "Telegram__ApiUrl")]
    public void the_swallowed_setting_is_named(string key, string value, string swallowed) =>
        Written.Faults((key, value)).ShouldContain($"{key}: its value swallowed the setting {swallowed}; put a line break between the two");

    [Theory]
    [InlineData("Shops__labels__Telegram__Token", "123:ABCShops")]
    [InlineData("Shops__labels__Carrier__ApiKey", "TEST_abc/Db==")]
    [InlineData("Shops__labels__Carrier__FallbackPhone", "+12125550100")]
    [InlineData("Shops__labels__Support", "https://t.me/anna?urls=1")]
    public void a_value_that_only_looks_a_little_like_it_is_left_alone(string key, string value) =>
        Written.Faults((key, value)).ShouldNotContain(fault => fault.Contains("swallowed", StringComparison.Ordinal));

    [Fact]
    public void a_database_of_a_connection_string_is_a_part_of_it() =>
        Written.Faults(("Database", "Host=db;Database=lavka")).ShouldNotContain(fault => fault.Contains("swallowed", StringComparison.Ordinal));

    [Fact]
    public void what_follows_the_database_of_a_connection_string_is_still_found() =>
        Written.Faults(("Database", "Host=db;Database=lavkaUrls=http://0.0.0.0:5080")).ShouldContain("Database: its value swallowed the setting Urls; put a line break between the two");

    [Fact]
    public void variables_of_other_programs_are_none_of_our_business() => Written.Faults(("PATH", "/binDatabase=x"), ("LS_COLORS", "Urls=1")).ShouldBeEmpty();
}
