using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Whole;

public sealed class StartTests
{
    [Fact]
    [Covers("shipping:H01", "shipping:H02", "shipping:A32")]
    public async Task With_wrong_settings_the_host_refuses_to_start_and_names_every_fault_at_once()
    {
        var wrong = new Dictionary<string, string>
        {
            ["PublicUrl"] = "shop.example.com",
            ["Shops__labels__Telegram__Token"] = TownPlan.Token + "Shops__labels__Telegram__Secret=" + TownPlan.Secret,
            ["Shops__labels__Telegram__Secret"] = "",
            ["Shops__labels__Carrier__FallbackPhone"] = "",
            ["Shops__labels__Colour"] = "green",
            ["Shops__second__Kind"] = "Shipping",
            ["Shops__third__Kind"] = "Bakery",
            ["Shops__labels__Support"] = "https://t.me/old_channel",
            ["SHOPS__LABELS__SUPPORT"] = "https://t.me/new_channel",
        };
        await using var town = await Town.Build(new TownPlan { Settings = wrong });

        (await town.Host.RunToEnd()).ShouldBe(2);

        var told = string.Join('\n', town.Host.Log);
        told.ShouldContain("Shops__labels__Telegram__Token: its value swallowed the setting Shops__labels");
        foreach (var key in new[]
        {
            "PublicUrl: must be", "Shops__labels__Telegram__Secret: is missing", "Shops__labels__Carrier__FallbackPhone: is missing",
            "Shops__labels__Colour: is no setting", "Shops__second__Telegram__Token: is missing", "Shops__third__Kind: must be one of",
            "SHOPS__LABELS__SUPPORT: stands twice in the environment, as SHOPS__LABELS__SUPPORT and as Shops__labels__Support",
        }) told.ShouldContain(key);
        told.ShouldNotContain(TownPlan.Token);
        told.ShouldNotContain(TownPlan.Secret);
    }

    [Fact]
    [Covers("shipping:A32", "shipping:H07")]
    public async Task While_Telegram_is_out_of_order_the_host_starts_and_catches_up()
    {
        await using var town = await Town.Build();
        await town.Telegram.Fails("500", "setWebhook", times: 2);
        await town.Host.Start();
        var kate = await town.NewCustomer();

        await kate.Says("/start", "Hello");
    }
}
