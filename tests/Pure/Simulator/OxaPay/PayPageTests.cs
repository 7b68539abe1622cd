using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Simulator.OxaPay;

public sealed class PayPageTests
{
    [Fact]
    public async Task The_page_and_its_parts_are_served_without_a_key()
    {
        await using var oxapay = await OxaPayHost.Start();
        var trackId = await oxapay.Invoice();
        oxapay.Http.DefaultRequestHeaders.Remove("merchant_api_key");
        foreach (var (path, type) in new[] { ($"/oxapay/pay/{trackId}", "text/html"), ("/oxapay/assets/pay.css", "text/css"), ("/oxapay/assets/pay.js", "text/javascript") })
        {
            using var response = await oxapay.Http.GetAsync(path, TestContext.Current.CancellationToken);
            ((int)response.StatusCode).ShouldBe(200);
            response.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        }
        using var missing = await oxapay.Http.GetAsync("/oxapay/pay/1", TestContext.Current.CancellationToken);
        ((int)missing.StatusCode).ShouldBe(404);
    }

    [Fact]
    public async Task Choosing_a_coin_shows_its_amount_and_the_invoice_waits()
    {
        await using var oxapay = await OxaPayHost.Start();
        var trackId = await oxapay.Invoice();
        var (_, state) = await oxapay.Send(HttpMethod.Post, $"/oxapay/pay/{trackId}/coin", new JsonObject { ["coin"] = "btc" });
        ((string)state["status"]!).ShouldBe("waiting");
        var coin = state["coins"]!.AsArray().Single(one => (string)one!["id"]! is "btc")!;
        ((decimal)coin["amount"]!).ShouldBe(0.0001841m);
        ((long)state["expires_at"]! - (long)state["now"]!).ShouldBe(30 * 60_000);
        ((string)(await oxapay.Information(trackId))["status"]!).ShouldBe("waiting");

        await oxapay.Pay(trackId, "exactly");
        await oxapay.Attempts(2);
        ((string)(await oxapay.Information(trackId))["txs"]![0]!["currency"]!).ShouldBe("BTC");
        (await oxapay.Send(HttpMethod.Post, $"/oxapay/pay/{trackId}/coin", new JsonObject { ["coin"] = "eth" })).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_coin_that_is_not_offered_is_refused()
    {
        await using var oxapay = await OxaPayHost.Start();
        var trackId = await oxapay.Invoice();
        (await oxapay.Send(HttpMethod.Post, $"/oxapay/pay/{trackId}/coin", new JsonObject { ["coin"] = "doge" })).Status.ShouldBe(400);
    }
}
