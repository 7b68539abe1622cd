using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Simulator.OxaPay;

public sealed class InvoiceTests
{
    [Fact]
    public async Task A_new_invoice_is_answered_in_the_vendors_envelope()
    {
        await using var oxapay = await OxaPayHost.Start();
        var (status, body) = await oxapay.Send(HttpMethod.Post, "/oxapay/v1/payment/invoice", oxapay.Sample());
        status.ShouldBe(200);
        ((int)body["status"]!).ShouldBe(200);
        ((string)body["version"]!).ShouldBe("1.0.0");
        body["error"]!.AsObject().ShouldBeEmpty();
        ((string)body["data"]!["payment_url"]!).ShouldEndWith($"/oxapay/pay/{body["data"]!["track_id"]}");
        ((long)body["data"]!["expired_at"]! - (long)body["data"]!["date"]!).ShouldBe(30 * 60);
    }

    [Fact]
    public async Task Lifetime_is_an_hour_unless_told()
    {
        await using var oxapay = await OxaPayHost.Start();
        var (_, body) = await oxapay.Send(HttpMethod.Post, "/oxapay/v1/payment/invoice", new JsonObject { ["amount"] = 10 });
        ((long)body["data"]!["expired_at"]! - (long)body["data"]!["date"]!).ShouldBe(60 * 60);
    }

    [Fact]
    public async Task A_wrong_key_is_refused()
    {
        await using var oxapay = await OxaPayHost.Start();
        oxapay.Http.DefaultRequestHeaders.Remove("merchant_api_key");
        var (status, body) = await oxapay.Send(HttpMethod.Post, "/oxapay/v1/payment/invoice", oxapay.Sample());
        status.ShouldBe(401);
        ((string)body["error"]!["key"]!).ShouldBe("merchant_api_key");
        body["data"]!.AsObject().ShouldBeEmpty();
        (await oxapay.Send(HttpMethod.Get, "/sim/oxapay/invoices")).Body.AsArray().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("amount", null, "amount")]
    [InlineData("amount", "0", "amount")]
    [InlineData("amount", "\"18.41\"", "$.amount")]
    [InlineData("currency", "\"EUR\"", "currency")]
    [InlineData("lifetime", "14", "lifetime")]
    [InlineData("lifetime", "2881", "lifetime")]
    [InlineData("lifetime", "30.5", "$.lifetime")]
    [InlineData("fee_paid_by_payer", "2", "fee_paid_by_payer")]
    [InlineData("under_paid_coverage", "61", "under_paid_coverage")]
    [InlineData("under_paid_coverage", "-1", "under_paid_coverage")]
    [InlineData("order_id", "\"123456789012345678901234567890123456789012345678901\"", "order_id")]
    [InlineData("callback_url", "\"/hook\"", "callback_url")]
    [InlineData("return_url", "\"tg://resolve\"", "return_url")]
    [InlineData("email", "\"nobody\"", "email")]
    [InlineData("to_currency", "\"BTC\"", "to_currency")]
    [InlineData("mixed_payment", "1", "$.mixed_payment")]
    [InlineData("lifeTime", "30", "$.lifeTime")]
    [InlineData("callbackUrl", "\"https://shop.example/hook\"", "$.callbackUrl")]
    [InlineData("orderId", "\"1\"", "$.orderId")]
    public async Task A_faulty_invoice_is_refused_with_the_field_at_fault(string field, string? json, string key)
    {
        await using var oxapay = await OxaPayHost.Start();
        var request = oxapay.Sample();
        if (json is null)
            request.Remove(field);
        else
            request[field] = JsonNode.Parse(json);
        var (status, body) = await oxapay.Send(HttpMethod.Post, "/oxapay/v1/payment/invoice", request);
        status.ShouldBe(400);
        ((string)body["error"]!["key"]!).ShouldBe(key);
        (await oxapay.Send(HttpMethod.Get, "/sim/oxapay/invoices")).Body.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Payment_information_holds_what_was_asked_and_what_came()
    {
        await using var oxapay = await OxaPayHost.Start();
        var trackId = await oxapay.Invoice();
        var before = await oxapay.Information(trackId);
        ((string)before["status"]!).ShouldBe("new");
        ((string)before["order_id"]!).ShouldBe("top_1795269798_7f3a9c21");
        ((string)before["type"]!).ShouldBe("invoice");
        before["txs"]!.AsArray().ShouldBeEmpty();

        await oxapay.Pay(trackId, "more");
        await oxapay.Attempts(2);
        var after = await oxapay.Information(trackId);
        ((string)after["status"]!).ShouldBe("paid");
        ((decimal)after["amount"]!).ShouldBe(18.41m);
        var transfer = after["txs"]!.AsArray().Single()!;
        ((string)transfer["status"]!).ShouldBe("confirmed");
        ((decimal)transfer["value"]!).ShouldBe(20.25m);
        ((decimal)transfer["received_amount"]!).ShouldBeLessThan((decimal)transfer["sent_amount"]!);
    }

    [Fact]
    public async Task An_unknown_payment_is_a_404()
    {
        await using var oxapay = await OxaPayHost.Start();
        (await oxapay.Send(HttpMethod.Get, "/oxapay/v1/payment/1")).Status.ShouldBe(404);
        (await oxapay.Pay("1", "exactly")).ShouldBe(404);
    }

    [Theory]
    [InlineData("exactly", null, "paid", 18.41)]
    [InlineData("less", null, "paid", 18.23)]
    [InlineData("under", null, "underpaid", 14.73)]
    [InlineData("more", null, "paid", 20.25)]
    [InlineData("exactly", 18.04, "underpaid", 18.04)]
    [InlineData("exactly", 18.05, "paid", 18.05)]
    public async Task Coverage_decides_whether_it_was_enough(string how, double? amount, string status, double value)
    {
        await using var oxapay = await OxaPayHost.Start();
        var trackId = await oxapay.Invoice();
        (await oxapay.Pay(trackId, how, (decimal?)amount)).ShouldBe(204);
        await oxapay.Attempts(2);
        var information = await oxapay.Information(trackId);
        ((string)information["status"]!).ShouldBe(status);
        ((decimal)information["txs"]![0]!["value"]!).ShouldBe((decimal)value);
    }

    [Fact]
    public async Task An_invoice_is_paid_once()
    {
        await using var oxapay = await OxaPayHost.Start();
        var trackId = await oxapay.Invoice();
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => oxapay.Pay(trackId, "exactly")));
        answers.Order().ShouldBe([204, 409, 409, 409, 409, 409]);
        await oxapay.Attempts(2);
        (await oxapay.Pay(trackId, "expire")).ShouldBe(409);
    }

    [Fact]
    public async Task What_was_paid_is_given_back_once_and_what_was_not_paid_never()
    {
        await using var oxapay = await OxaPayHost.Start();
        var trackId = await oxapay.Invoice();
        (await Return(trackId)).ShouldBe(409);
        await oxapay.Pay(trackId, "exactly");
        await oxapay.Attempts(2);

        (await Return(trackId)).ShouldBe(204);
        (await Return(trackId)).ShouldBe(409);
        (await Return("999")).ShouldBe(404);

        ((string)(await oxapay.Attempts(3))[2]["status"]!).ShouldBe("Refunded");
        ((string)(await oxapay.Information(trackId))["status"]!).ShouldBe("refunded");
        (await oxapay.Pay(trackId, "exactly")).ShouldBe(409);

        async Task<int> Return(string track) => (await oxapay.Send(HttpMethod.Post, $"/sim/oxapay/invoices/{track}/return")).Status;
    }

    [Fact]
    public async Task An_invoice_expires_when_its_lifetime_is_over_and_not_before()
    {
        await using var oxapay = await OxaPayHost.Start();
        var trackId = await oxapay.Invoice();
        oxapay.Clock.Turn(TimeSpan.FromMinutes(30) - TimeSpan.FromSeconds(1));
        ((string)(await oxapay.Information(trackId))["status"]!).ShouldBe("new");
        oxapay.Clock.Turn(TimeSpan.FromSeconds(1));
        var attempts = await oxapay.Attempts(1);
        ((string)attempts[0]["status"]!).ShouldBe("Expired");
        ((string)(await oxapay.Information(trackId))["status"]!).ShouldBe("expired");
        (await oxapay.Pay(trackId, "exactly")).ShouldBe(409);
    }

    [Fact]
    public async Task A_paid_invoice_does_not_expire()
    {
        await using var oxapay = await OxaPayHost.Start();
        var trackId = await oxapay.Invoice();
        await oxapay.Pay(trackId, "exactly");
        await oxapay.Attempts(2);
        oxapay.Clock.Turn(TimeSpan.FromHours(1));
        ((string)(await oxapay.Information(trackId))["status"]!).ShouldBe("paid");
        (await oxapay.Attempts(2)).Count.ShouldBe(2);
    }
}
