using System.Net;
using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Whole;

public sealed class WebhookDoorTests
{
    [Fact]
    [Covers("faults:F13")]
    public async Task Without_the_right_secret_an_update_is_refused_and_nothing_happens()
    {
        await using var town = await Town.Open();
        var (kate, raw) = await town.NewCustomerByHand();

        foreach (var secret in new[] { null, "", "wrong", TownPlan.Secret + "x", TownPlan.Secret.ToUpperInvariant(), TownPlan.Token })
            (await raw.Post(RawUpdate.Wrote(raw.NextId(), kate.Id, "/start"), secret)).ShouldBe(HttpStatusCode.Unauthorized);

        await kate.Says("/help", "Create order");
        (await town.Telegram.Sent(kate.Id)).Count.ShouldBe(1);
    }

    [Fact]
    [Covers("faults:F13")]
    public async Task Guessed_paths_lead_nowhere()
    {
        await using var town = await Town.Open();
        var (kate, raw) = await town.NewCustomerByHand();
        var update = RawUpdate.Wrote(raw.NextId(), kate.Id, "/start");
        var paid = SignedNotification.Says("1", "Paid");

        foreach (var shop in new[] { "", "label", "LABELS", "labels2", "../labels", "%2e%2e" })
            (await raw.Post(update, TownPlan.Secret, shop)).ShouldBe(HttpStatusCode.NotFound, shop);
        foreach (var path in new[] { "/hooks/pay/oxapay/other", "/hooks/pay/stripe/labels", "/hooks/pay/oxapay", "/hooks/pay", "/hooks", "/.env", "/lavka.json" })
            (await paid.Post(town.Host.Http, path)).Status.ShouldBe(HttpStatusCode.NotFound, path);
        (await town.Telegram.Sent(kate.Id)).ShouldBeEmpty();
    }

    [Fact]
    [Covers("faults:F13")]
    public async Task While_a_bot_is_polled_its_webhook_does_not_exist()
    {
        await using var town = await Town.Open(new TownPlan { Mode = "Polling" });
        var (kate, raw) = await town.NewCustomerByHand();

        (await raw.Post(RawUpdate.Wrote(raw.NextId(), kate.Id, "/start"))).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    [Covers("faults:F13", "shipping:A07")]
    public async Task An_old_body_delivered_again_changes_nothing()
    {
        await using var town = await Town.Open();
        var (kate, raw) = await town.NewCustomerByHand();
        await new Order(town, kate).Begins();
        var name = RawUpdate.Wrote(raw.NextId(), kate.Id, Answers.All[0]);
        await raw.Post(name);
        await kate.Sees(Answers.Step(2));
        await kate.Says(Answers.All[1], Answers.Step(3));

        (await raw.Post(name)).ShouldBe(HttpStatusCode.OK);

        await kate.Says(Answers.All[2], Answers.Step(4));
        (await town.Telegram.Prompts(kate.Id)).Count.ShouldBe(4);
    }
}
