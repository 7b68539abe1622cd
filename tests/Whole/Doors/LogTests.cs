using System.Net;
using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Whole;

public sealed class LogTests
{
    private static readonly string[] Secrets = [TownPlan.Token, TownPlan.Token.Split(':')[1], TownPlan.Secret, TownPlan.CarrierKey, TownPlan.MerchantKey];

    [Fact]
    [Covers("shipping:H05")]
    public async Task Through_an_order_full_of_faults_the_log_holds_no_secret_and_nothing_private()
    {
        await using var town = await Town.Open();
        var (kate, raw) = await town.NewCustomerByHand();
        var order = new Order(town, kate);
        await order.Begins();
        await town.Telegram.Fails("lose", "sendMessage");
        await town.Telegram.Fails("500", "sendMessage");
        await order.AnswersAll();
        await town.Carrier.Fails("500", "/rates");
        await order.Confirms();
        await order.Chooses();
        (await raw.Post(RawUpdate.Wrote(raw.NextId(), kate.Id, "/start"), "wrong")).ShouldBe(HttpStatusCode.Unauthorized);
        await order.TopsUp("50");
        await town.Carrier.Fails("lose", "/labels", "POST");
        await order.Pays();
        (await town.Host.Stop()).ShouldBe(0);

        town.Host.Log.ShouldNotBeEmpty();
        foreach (var hidden in Secrets.Concat(Answers.Private))
            town.Host.Log.ShouldNotContain(line => line.Contains(hidden, StringComparison.OrdinalIgnoreCase), hidden);
    }
}
