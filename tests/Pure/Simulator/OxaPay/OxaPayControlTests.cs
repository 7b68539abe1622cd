using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Simulator.OxaPay;

public sealed class OxaPayControlTests
{
    [Fact]
    public async Task A_lost_answer_leaves_an_invoice_behind()
    {
        await using var oxapay = await OxaPayHost.Start();
        await Plan(oxapay, """{"kind":"lose"}""");
        await Should.ThrowAsync<HttpRequestException>(() => oxapay.Send(HttpMethod.Post, "/oxapay/v1/payment/invoice", oxapay.Sample()));
        (await oxapay.Send(HttpMethod.Get, "/sim/oxapay/invoices")).Body.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_broken_answer_makes_no_invoice_and_strikes_as_often_as_asked()
    {
        await using var oxapay = await OxaPayHost.Start();
        await Plan(oxapay, """{"kind":"500","times":2}""");
        for (var strike = 0; strike < 2; strike++)
            (await oxapay.Send(HttpMethod.Post, "/oxapay/v1/payment/invoice", oxapay.Sample())).Status.ShouldBe(500);
        (await oxapay.Send(HttpMethod.Get, "/sim/oxapay/invoices")).Body.AsArray().ShouldBeEmpty();
        await oxapay.Invoice();
    }

    [Fact]
    public async Task A_slow_answer_waits_for_the_clock()
    {
        await using var oxapay = await OxaPayHost.Start();
        await Plan(oxapay, """{"kind":"slow","seconds":40}""");
        var slow = oxapay.Invoice();
        while (!slow.IsCompleted)
        {
            oxapay.Clock.Turn(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
        (await slow).ShouldNotBeEmpty();
        (oxapay.Clock.GetUtcNow() - new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero)).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(40));
    }

    [Theory]
    [InlineData("/sim/oxapay/faults", """{"kind":"429"}""")]
    [InlineData("/sim/oxapay/faults", """{"times":3}""")]
    [InlineData("/sim/oxapay/invoices/1/pay", """{"how":"gladly"}""")]
    [InlineData("/sim/oxapay/invoices/1/pay", """{"amount":1}""")]
    [InlineData("/sim/oxapay/invoices/1/pay", """{"how":"exactly","coin":"doge"}""")]
    public async Task An_order_that_makes_no_sense_is_refused(string path, string order)
    {
        await using var oxapay = await OxaPayHost.Start();
        (await oxapay.Send(HttpMethod.Post, path, JsonNode.Parse(order))).Status.ShouldBe(400);
    }

    [Fact]
    public async Task A_reset_forgets_invoices_notifications_and_all_that_was_to_come()
    {
        await using var oxapay = await OxaPayHost.Start();
        oxapay.Shop.Answers.Enqueue((500, ""));
        await oxapay.Pay(await oxapay.Invoice(), "expire");
        await oxapay.Attempts(1);
        await oxapay.Send(HttpMethod.Post, "/sim/oxapay/reset");
        oxapay.Clock.Turn(TimeSpan.FromDays(1));
        (await oxapay.Send(HttpMethod.Get, "/sim/oxapay/invoices")).Body.AsArray().ShouldBeEmpty();
        (await oxapay.Send(HttpMethod.Get, "/sim/oxapay/notifications")).Body.AsArray().ShouldBeEmpty();
        oxapay.Shop.Came.Count.ShouldBe(1);
    }

    private static async Task Plan(OxaPayHost oxapay, string fault) =>
        (await oxapay.Send(HttpMethod.Post, "/sim/oxapay/faults", JsonNode.Parse(fault))).Status.ShouldBe(204);
}
