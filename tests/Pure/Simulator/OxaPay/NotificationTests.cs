using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Simulator.OxaPay;

public sealed class NotificationTests
{
    [Fact]
    public async Task The_shop_is_told_of_paying_and_then_of_paid()
    {
        await using var oxapay = await OxaPayHost.Start();
        var trackId = await oxapay.Invoice();
        await oxapay.Pay(trackId, "less");
        await oxapay.Attempts(2);
        var told = oxapay.Shop.Came.Select(came => JsonNode.Parse(came.Body)!).ToList();
        told.Select(one => (string)one["status"]!).ShouldBe(["Paying", "Paid"]);
        told.ShouldAllBe(one => (string)one["track_id"]! == trackId && (string)one["type"]! == "invoice");
        ((string)told[1]["order_id"]!).ShouldBe("top_1795269798_7f3a9c21");
        ((decimal)told[1]["amount"]!).ShouldBe(18.41m);
        ((decimal)told[1]["value"]!).ShouldBe(18.23m);
        ((string)told[1]["txs"]![0]!["status"]!).ShouldBe("confirmed");
    }

    [Theory]
    [InlineData("under", 2, "Underpaid")]
    [InlineData("expire", 1, "Expired")]
    public async Task The_shop_is_told_of_a_bad_end(string how, int count, string status)
    {
        await using var oxapay = await OxaPayHost.Start();
        await oxapay.Pay(await oxapay.Invoice(), how);
        ((string)(await oxapay.Attempts(count))[^1]["status"]!).ShouldBe(status);
    }

    [Fact]
    public async Task The_signature_is_of_the_raw_body_with_the_merchants_key()
    {
        await using var oxapay = await OxaPayHost.Start();
        await oxapay.Pay(await oxapay.Invoice(), "exactly");
        await oxapay.Attempts(2);
        foreach (var (body, hmac) in oxapay.Shop.Came)
            hmac.ShouldBe(Convert.ToHexStringLower(HMACSHA512.HashData(Encoding.UTF8.GetBytes(OxaPayHost.Key), body)));
    }

    [Fact]
    public async Task A_refused_notification_is_sent_again_by_the_vendors_timetable_byte_for_byte()
    {
        await using var oxapay = await OxaPayHost.Start();
        foreach (var answer in new[] { (500, "ok"), (200, """{"status":"ok"}"""), (200, "OK"), (200, "ok\n"), (202, "ok") })
            oxapay.Shop.Answers.Enqueue(answer);
        await oxapay.Pay(await oxapay.Invoice(), "expire");
        await oxapay.Attempts(1);
        int[] minutes = [1, 3, 30, 180];
        for (var retry = 0; retry < minutes.Length; retry++)
        {
            oxapay.Clock.Turn(TimeSpan.FromMinutes(minutes[retry]) - TimeSpan.FromSeconds(1));
            oxapay.Shop.Came.Count.ShouldBe(retry + 1);
            oxapay.Clock.Turn(TimeSpan.FromSeconds(1));
            await oxapay.Attempts(retry + 2);
        }
        oxapay.Clock.Turn(TimeSpan.FromDays(2));

        var attempts = await oxapay.Attempts(5);
        attempts.Select(attempt => (int)attempt["number"]!).ShouldBe([1, 2, 3, 4, 5]);
        attempts.ShouldAllBe(attempt => !(bool)attempt["delivered"]!);
        attempts.Select(attempt => (int)attempt["answer_status"]!).ShouldBe([500, 200, 200, 200, 202]);
        oxapay.Shop.Came.Select(came => Convert.ToHexString(came.Body) + came.Hmac).Distinct(StringComparer.Ordinal).Count().ShouldBe(1);
    }

    [Fact]
    public async Task Redelivery_ends_with_the_first_ok()
    {
        await using var oxapay = await OxaPayHost.Start();
        oxapay.Shop.Answers.Enqueue((503, ""));
        await oxapay.Pay(await oxapay.Invoice(), "expire");
        await oxapay.Attempts(1);
        oxapay.Clock.Turn(TimeSpan.FromMinutes(1));
        ((bool)(await oxapay.Attempts(2))[1]["delivered"]!).ShouldBeTrue();
        oxapay.Clock.Turn(TimeSpan.FromDays(2));
        oxapay.Shop.Came.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_shop_that_is_down_is_tried_again()
    {
        await using var oxapay = await OxaPayHost.Start();
        var trackId = await oxapay.Invoice();
        await oxapay.Shop.DisposeAsync();
        await oxapay.Pay(trackId, "expire");
        var attempt = (await oxapay.Attempts(1))[0];
        ((string)attempt["error"]!).ShouldNotBeEmpty();
        oxapay.Clock.Turn(TimeSpan.FromMinutes(1));
        await oxapay.Attempts(2);
    }

    [Fact]
    public async Task The_last_notification_can_be_sent_once_more()
    {
        await using var oxapay = await OxaPayHost.Start();
        var trackId = await oxapay.Invoice();
        (await oxapay.Send(HttpMethod.Post, $"/sim/oxapay/invoices/{trackId}/notify")).Status.ShouldBe(404);
        await oxapay.Pay(trackId, "exactly");
        await oxapay.Attempts(2);
        (await oxapay.Send(HttpMethod.Post, $"/sim/oxapay/invoices/{trackId}/notify")).Status.ShouldBe(204);
        await oxapay.Attempts(3);
        var came = oxapay.Shop.Came.ToList();
        came[2].Body.ShouldBe(came[1].Body);
        came[2].Hmac.ShouldBe(came[1].Hmac);
    }
}
