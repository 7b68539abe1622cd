using Lavka.Commerce;
using Lavka.Host;
using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Host;

public sealed class SettingsTests
{
    [Fact]
    public void a_kind_and_a_token_are_enough()
    {
        var settings = Written.Right();

        settings.Database.ShouldBe("Data Source=data/lavka.db");
        settings.Urls.ShouldBe("http://127.0.0.1:5080");
        settings.PublicUrl.ShouldBe(new Uri("http://127.0.0.1:5080"));
        settings.TelegramApi.ShouldBe(new Uri("https://api.telegram.org"));
        var shop = settings.Shops.ShouldHaveSingleItem();
        (shop.Id, shop.Kind.Name, shop.Mode, shop.Owner, shop.Secret).ShouldBe(("labels", "Shipping", ReceiveMode.Polling, null, null));
    }

    [Fact]
    [Covers("shipping:H01")]
    public void every_fault_is_named_at_once()
    {
        var faults = Written.Faults(
            ("Database", "lavka.db"), ("Urls", "5080"), ("PublicUrl", "shop.example.com"), ("Telegram__ApiUrl", "ftp://telegram"),
            ("Shops__labels__Telegram__Mode", "Push"), ("Shops__labels__Telegram__Token", "123"), ("Shops__labels__Owner", "@anna"), ("Shops__labels__MarkUp", "ten"),
            ("Shops__flats__Kind", "Hotel"), ("Shops__Two Words__Kind", "Shipping"));

        faults.Select(fault => fault.Split(": ")[0]).ShouldBe(
            [
                "Database", "Urls", "PublicUrl", "Telegram__ApiUrl", "Shops__labels__Telegram__Mode", "Shops__labels__Telegram__Token", "Shops__labels__Owner", "Shops__labels__MarkUp",
                "Shops__flats__Kind", "Shops__Two Words", "Shops__Two Words__Telegram__Token",
            ], ignoreOrder: true);
    }

    [Fact]
    public void nothing_at_all_is_one_fault_with_a_way_out() =>
        Written.Faults(Written.Only([])).ShouldHaveSingleItem().ShouldBe("Shops: no shop is configured; set Shops__<id>__Kind and Shops__<id>__Telegram__Token, or try the program with the verb demo");

    [Theory]
    [InlineData("Database", "Server=db;Password=hunter2")]
    [InlineData("PublicUrl", "hunter2")]
    [InlineData("Shops__labels__Telegram__Token", "hunter2")]
    [InlineData("Shops__labels__Telegram__Token", "123:hunter2Shops__labels__Telegram__Mode=Polling")]
    [InlineData("Shops__labels__Carrier__ApiUrl", "hunter2")]
    public void no_fault_shows_the_value(string key, string value)
    {
        var faults = Written.Faults((key, value));

        faults.ShouldNotBeEmpty();
        faults.ShouldAllBe(fault => !fault.Contains("hunter2", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Shops__labels__Kind", null, "must be one of Shipping")]
    [InlineData("Shops__labels__Telegram__Token", null, "is missing; BotFather gives it")]
    [InlineData("Shops__labels__Telegram__Token", "AAH-right_token", "is not a bot's token")]
    [InlineData("Shops__labels__Telegram__Token", "4200000001:right token", "is not a bot's token")]
    [InlineData("Shops__labels__Telegram__Username", "https://t.me/labels_bot", "must be the name of the bot")]
    [InlineData("Shops__labels__Carrier__TestApiKey", "key", "must stand beside Carrier__ApiKey and differ from it")]
    [InlineData("Shops__labels__Telegram__Mode", "Push", "must be Webhook or Polling")]
    [InlineData("Shops__labels__Telegram__Mode", "7", "must be Webhook or Polling")]
    [InlineData("Shops__labels__Telegram__PaidBroadcast", "yes", "must be true or false")]
    [InlineData("Shops__labels__Telegram__ChatBurst", "0", "from 1 to 1000000")]
    [InlineData("Shops__labels__Telegram__ChatBurst", "1000001", "from 1 to 1000000")]
    [InlineData("Shops__labels__Telegram__ChatBurst", "-5", "from 1 to 1000000")]
    [InlineData("Shops__labels__RateLimit__Enabled", "on", "must be true or false")]
    [InlineData("Shops__labels__RateLimit__MaxRequests", "0", "from 1 to 1000")]
    [InlineData("Shops__labels__RateLimit__TimeWindow", "3601", "from 1 to 3600")]
    [InlineData("Shops__labels__RateLimit__BanDuration", "5 min", "from 1 to 86400")]
    [InlineData("Shops__labels__RateLimit__ExemptAdmins", "1", "must be true or false")]
    [InlineData("Shops__labels__Owner", "@anna", "digits only")]
    [InlineData("Shops__labels__Owner", "-100123", "digits only")]
    [InlineData("Shops__labels__Owner", " 42", "digits only")]
    [InlineData("Shops__labels__MarkUp", "ten", "must be an amount in US dollars")]
    [InlineData("Shops__labels__MarkUp", "-1", "must be an amount in US dollars")]
    [InlineData("Shops__labels__TopUp__Least", "5 EUR", "must be an amount in US dollars")]
    [InlineData("Shops__labels__Support", "@anna", "must be an address")]
    [InlineData("Shops__labels__Carrier__ApiUrl", "/v2", "must be an address")]
    [InlineData("Shops__labels__Carrier__FallbackPhone", "12", "must be a US phone number")]
    [InlineData("Shops__labels__OxaPay__LifetimeMinutes", "14", "from 15 to 2880")]
    [InlineData("Shops__labels__OxaPay__LifetimeMinutes", "2881", "from 15 to 2880")]
    [InlineData("Shops__labels__OxaPay__LifetimeMinutes", "an hour", "from 15 to 2880")]
    [InlineData("Urls", "https://0.0.0.0:443", "the proxy in front")]
    [InlineData("Urls", "http://127.0.0.1:5080;5081", "with a semicolon between them")]
    [InlineData("PublicUrl", "https://shop.example.com/?from=telegram", "without a query")]
    [InlineData("StopTimeout", "0", "from 1 to 3600")]
    [InlineData("StopTimeout", "30 s", "from 1 to 3600")]
    [InlineData("PaymentHooks__MaxRequests", "0", "must be a number of calls from 1 to 10000")]
    [InlineData("PaymentHooks__TimeWindow", "3601", "must be a number of seconds from 1 to 3600")]
    [InlineData("Database", "Server=db;Database=lavka", "Host=")]
    [InlineData("Database", "Data Source=:memory:", "does not survive a restart")]
    public void a_wrong_value_is_named_with_its_cure(string key, string? value, string cure)
    {
        var fault = Written.Faults((key, value)).ShouldHaveSingleItem();

        fault.ShouldStartWith(key + ": ");
        fault.ShouldContain(cure);
    }

    [Fact, Covers("vpn:S-05", "vpn:S-07")]
    public void people_are_limited_as_specified_unless_the_settings_say_otherwise_and_the_owner_is_not()
    {
        var usual = Written.Right(("Shops__labels__Owner", "1002")).Shops.ShouldHaveSingleItem().RateLimit.ShouldNotBeNull();
        (usual.Most, usual.Window.TotalSeconds, usual.Ban.TotalSeconds).ShouldBe((20, 60, 300));
        usual.Exempt.ShouldBe(["1002"]);

        var own = Written.Right(
            ("Shops__labels__Owner", "1002"), ("Shops__labels__RateLimit__MaxRequests", "5"), ("Shops__labels__RateLimit__TimeWindow", "10"),
            ("Shops__labels__RateLimit__BanDuration", "86400"), ("Shops__labels__RateLimit__ExemptAdmins", "false")).Shops.ShouldHaveSingleItem().RateLimit.ShouldNotBeNull();
        (own.Most, own.Window.TotalSeconds, own.Ban.TotalSeconds, own.Exempt.Count).ShouldBe((5, 10, 86400, 0));

        Written.Right(("Shops__labels__RateLimit__Enabled", "false")).Shops.ShouldHaveSingleItem().RateLimit.ShouldBeNull();
    }

    [Fact, Covers("vpn:S-09")]
    public void payment_notifications_are_limited_as_specified_unless_the_settings_say_otherwise()
    {
        var (usual, own) = (Written.Right(), Written.Right(("PaymentHooks__MaxRequests", "10000"), ("PaymentHooks__TimeWindow", "3600")));

        (usual.PaymentCalls, usual.PaymentWindow.TotalSeconds).ShouldBe((300, 60));
        (own.PaymentCalls, own.PaymentWindow.TotalSeconds).ShouldBe((10_000, 3600));
    }

    [Theory]
    [InlineData(null, null, false, 20)]
    [InlineData("false", "1", false, 1)]
    [InlineData("True", "1000000", true, 1_000_000)]
    public void how_fast_a_bot_may_send_is_read(string? paid, string? burst, bool isPaid, int chatBurst)
    {
        var shop = Written.Right(("Shops__labels__Telegram__PaidBroadcast", paid), ("Shops__labels__Telegram__ChatBurst", burst)).Shops.ShouldHaveSingleItem();

        (shop.PaidBroadcast, shop.ChatBurst).ShouldBe((isPaid, chatBurst));
        var options = shop.SenderOptions;
        (options.PaidBroadcast, options.BulkPerSecond, options.ChatBurst).ShouldBe((isPaid, isPaid ? 985 : 30, chatBurst));
    }

    [Theory]
    [InlineData(null, "is missing")]
    [InlineData("with space", "must have 1 to 256")]
    [InlineData("пароль", "must have 1 to 256")]
    public void a_webhook_needs_a_secret_that_telegram_takes(string? secret, string cure)
    {
        var fault = Written.Faults(("PublicUrl", "https://shop.example.com"), ("Shops__labels__Telegram__Mode", "webhook"), ("Shops__labels__Telegram__Secret", secret)).ShouldHaveSingleItem();

        fault.ShouldStartWith("Shops__labels__Telegram__Secret: ");
        fault.ShouldContain(cure);
    }

    [Fact]
    public void telegram_delivers_to_https_only_but_a_simulator_does_not_mind()
    {
        (string, string?)[] webhook = [("Shops__labels__Telegram__Mode", "Webhook"), ("Shops__labels__Telegram__Secret", Written.Secret)];

        Written.Faults(webhook).ShouldHaveSingleItem().ShouldStartWith("PublicUrl: must be an https address");
        Written.Right([.. webhook, ("PublicUrl", "https://shop.example.com")]).Shops[0].Mode.ShouldBe(ReceiveMode.Webhook);
        Written.Right([.. webhook, ("Telegram__ApiUrl", "http://127.0.0.1:5090")]).Shops[0].Mode.ShouldBe(ReceiveMode.Webhook);
    }

    [Fact]
    public void a_carrier_needs_a_phone_number_for_customers_who_give_none() =>
        Written.Faults(("Shops__labels__Carrier__ApiKey", "key")).ShouldHaveSingleItem().ShouldStartWith("Shops__labels__Carrier__FallbackPhone: is missing");

    [Fact]
    public void the_least_top_up_is_not_above_the_most() =>
        Written.Faults(("Shops__labels__TopUp__Least", "20"), ("Shops__labels__TopUp__Most", "10.50")).ShouldHaveSingleItem().ShouldStartWith("Shops__labels__TopUp__Least: must not be larger");

    [Fact]
    public void an_unknown_key_is_told_the_known_ones()
    {
        var fault = Written.Faults(("Shops__labels__Telegram__Tokn", Written.Token)).ShouldHaveSingleItem();

        fault.ShouldStartWith("Shops__labels__Telegram__Tokn: is no setting of a shop of the kind Shipping; known are ");
        foreach (var key in SettingsReader.ShopKeys.Concat(ShopKind.All[0].Keys)) fault.ShouldContain(key.Replace(":", "__", StringComparison.Ordinal));
    }

    [Fact]
    public void a_program_that_has_other_kinds_of_shops_names_those() =>
        Written.Faults(new SettingsReader(Written.Settings(), [new Bakery()])).ShouldHaveSingleItem().ShouldBe("Shops__labels__Kind: must be one of Bakery");

    [Fact]
    public void a_program_with_another_kind_of_shop_runs_it() =>
        new SettingsReader(Written.Settings(("Shops__labels__Kind", "bakery")), [new Bakery()]).Read().ShouldNotBeNull().Shops.ShouldHaveSingleItem().Kind.ShouldBeOfType<Bakery>();

    [Fact]
    public void two_shops_do_not_share_a_bot() =>
        Written.Faults(("Shops__more__Kind", "Shipping"), ("Shops__more__Telegram__Token", Written.Token)).ShouldHaveSingleItem().ShouldContain("the shops labels and more use the same bot");

    [Theory]
    [Covers("shipping:D05")]
    [InlineData("https://shop.example.com", "https://shop.example.com/hooks/pay/oxapay/labels")]
    [InlineData("https://shop.example.com/", "https://shop.example.com/hooks/pay/oxapay/labels")]
    [InlineData("https://shop.example.com//", "https://shop.example.com/hooks/pay/oxapay/labels")]
    [InlineData("https://example.com:8443/shops/lavka/", "https://example.com:8443/shops/lavka/hooks/pay/oxapay/labels")]
    [InlineData("https://3f2a-preview.example.dev", "https://3f2a-preview.example.dev/hooks/pay/oxapay/labels")]
    public void however_the_public_address_is_written_there_is_one_slash(string written, string told) =>
        PaymentNotifications.Address(Written.Right(("PublicUrl", written)).PublicUrl, "oxapay", "labels").AbsoluteUri.ShouldBe(told);

    [Theory]
    [InlineData("http://*:8080", "http://localhost:8080/")]
    [InlineData("http://+:8080;http://127.0.0.1:8081", "http://localhost:8080/")]
    [InlineData("http://0.0.0.0:8080", "http://0.0.0.0:8080/")]
    public void the_host_may_listen_on_every_interface(string urls, string publicUrl)
    {
        var settings = Written.Right(("Urls", urls));

        (settings.Urls, settings.PublicUrl.AbsoluteUri).ShouldBe((urls, publicUrl));
    }
}
