using System.Collections.Concurrent;
using System.Globalization;
using Lavka.Kit;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Simulator.Telegram;

public sealed class WebhookDeliveryTests
{
    [Fact]
    public async Task updates_of_a_chat_arrive_in_order_with_the_secret()
    {
        await using var webhook = await TestWebhook.Start();
        await using var simulator = await TestSimulator.Start();
        await Use(simulator, webhook, ""","secret_token":"s3cret_-" """);
        string[] texts = [.. Enumerable.Range(1, 20).Select(n => n.ToString(CultureInfo.InvariantCulture))];
        foreach (var text in texts)
            await simulator.Says(TestSimulator.Anna, text);
        await Eventually.Holds(() => webhook.Offers.Count == texts.Length);
        webhook.Texts.ShouldBe(texts);
        webhook.Offers.Select(offer => offer.Secret).ShouldAllBe(secret => secret == "s3cret_-");
        webhook.Offers.Select(offer => offer.Id).ShouldBe(Enumerable.Range(0, 20).Select(n => 500_000_001L + n));
        await Eventually.Holds(async () => (await simulator.Pending()).Count == 0);
    }

    [Fact]
    public async Task updates_made_before_the_webhook_are_delivered_too()
    {
        await using var webhook = await TestWebhook.Start();
        await using var simulator = await TestSimulator.Start();
        await simulator.Says(TestSimulator.Anna, "early");
        await Use(simulator, webhook);
        await Eventually.Holds(() => webhook.Texts.Contains("early"));
    }

    [Fact]
    public async Task a_failed_update_is_offered_again_at_once_and_then_after_longer_and_longer_waits()
    {
        var clock = new FakeClock();
        await using var webhook = await TestWebhook.Start(Fails);
        await using var simulator = await TestSimulator.Start(clock);
        await Use(simulator, webhook);
        await simulator.Says(TestSimulator.Anna, "x");
        var offers = 2;
        foreach (var seconds in (int[])[2, 4, 8, 16, 32])
        {
            var due = clock.GetUtcNow().AddSeconds(seconds);
            await Eventually.Holds(() => clock.NextTimer == due);
            webhook.Offers.Count.ShouldBe(offers++);
            clock.Advance(TimeSpan.FromSeconds(seconds));
        }
        var info = (await simulator.Call("getWebhookInfo")).Result;
        info["last_error_message"]!.ToString().ShouldBe("Wrong response from the webhook: 500 Internal Server Error");
        info["pending_update_count"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task the_webhook_may_say_when_to_come_again()
    {
        var clock = new FakeClock();
        await using var webhook = await TestWebhook.Start((_, response) =>
        {
            response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            response.Headers.RetryAfter = "7";
            return Task.CompletedTask;
        });
        await using var simulator = await TestSimulator.Start(clock);
        await Use(simulator, webhook);
        await simulator.Says(TestSimulator.Anna, "x");
        await Eventually.Holds(() => clock.NextTimer == clock.GetUtcNow().AddSeconds(7));
        webhook.Offers.Count.ShouldBe(1);
    }

    [Fact]
    public async Task a_failing_update_holds_up_its_own_queue_only()
    {
        await using var webhook = await TestWebhook.Start((offer, response) => offer.Text == "poison" ? Fails(offer, response) : Task.CompletedTask);
        await using var simulator = await TestSimulator.Start(new FakeClock());
        await Use(simulator, webhook);
        await simulator.Says(TestSimulator.Anna, "poison");
        await simulator.Says(TestSimulator.Anna, "behind it");
        await simulator.Says(TestSimulator.John, "beside it");
        await Eventually.Holds(async () => (await simulator.Pending()).Count == 2);
        webhook.Texts.ShouldContain("beside it");
        webhook.Texts.ShouldNotContain("behind it");
        (await simulator.Pending()).Select(update => (string?)update!["update"]!["message"]!["text"]).ShouldBe(["poison", "behind it"]);
    }

    [Fact]
    public async Task a_press_is_worth_delivering_for_150_seconds()
    {
        var clock = new FakeClock();
        await using var webhook = await TestWebhook.Start(Fails);
        await using var simulator = await TestSimulator.Start(clock);
        await Use(simulator, webhook);
        await simulator.Send(HttpMethod.Post, "/sim/updates", """{"bot":700,"update":{"callback_query":{"id":"1","from":{"id":1001},"data":"x"}}}""");
        var began = clock.GetUtcNow();
        for (var offers = 2; offers < 8; offers++)
        {
            await Eventually.Holds(() => webhook.Offers.Count == offers && clock.NextTimer is not null);
            clock.Advance(clock.NextTimer!.Value - clock.GetUtcNow());
        }
        await Eventually.Holds(async () => (await simulator.Pending()).Count == 0);
        webhook.Offers.Count.ShouldBe(8);
        (clock.GetUtcNow() - began).ShouldBeLessThan(TimeSpan.FromSeconds(150));
    }

    [Fact]
    public async Task an_address_where_nobody_listens_is_told_in_the_webhook_info()
    {
        await using var simulator = await TestSimulator.Start(new FakeClock());
        await simulator.Call("setWebhook", """{"url":"http://127.0.0.1:1/hook"}""");
        await simulator.Says(TestSimulator.Anna, "x");
        await Eventually.Holds(async () =>
            (string?)(await simulator.Call("getWebhookInfo")).Result["last_error_message"] == "Connection refused");
    }

    [Fact]
    public async Task an_answer_that_is_a_call_is_carried_out()
    {
        await using var webhook = await TestWebhook.Start((_, response) =>
            response.WriteAsJsonAsync(new Dictionary<string, object> { ["method"] = "sendMessage", ["chat_id"] = 1001, ["text"] = "from the answer" }));
        await using var simulator = await TestSimulator.Start();
        await Use(simulator, webhook);
        await simulator.Says(TestSimulator.Anna, "x");
        await Eventually.Holds(async () => (await simulator.Chat(TestSimulator.Anna))["messages"]!.AsArray().Count == 2);
    }

    [Fact]
    public async Task a_webhook_is_set_once_a_second_the_same_one_changes_nothing_and_it_is_taken_away_at_any_time()
    {
        var clock = new FakeClock();
        await using var simulator = await TestSimulator.Start(clock);
        const string webhook = """{"url":"http://127.0.0.1:1/hook","secret_token":"a"}""";
        (await simulator.Call("setWebhook", webhook)).Description.ShouldBe("Webhook was set");
        (await simulator.Call("setWebhook", webhook)).ShouldBeRefused(429, "Too Many Requests: retry after 1");
        clock.Advance(TimeSpan.FromSeconds(1));
        (await simulator.Call("setWebhook", webhook)).Description.ShouldBe("Webhook is already set");
        (await simulator.Call("deleteWebhook")).Description.ShouldBe("Webhook was deleted");
        (await simulator.Call("deleteWebhook")).Description.ShouldBe("Webhook is already deleted");
    }

    [Fact]
    public async Task a_wait_that_was_asked_for_leaves_the_row_of_waits_where_it_was()
    {
        var clock = new FakeClock();
        var answers = new ConcurrentQueue<string?>([null, null, "7", null, null]);
        await using var webhook = await TestWebhook.Start((offer, response) =>
        {
            if (answers.TryDequeue(out var retryAfter) && retryAfter is not null)
                response.Headers.RetryAfter = retryAfter;
            return Fails(offer, response);
        });
        await using var simulator = await TestSimulator.Start(clock);
        await Use(simulator, webhook);
        await simulator.Says(TestSimulator.Anna, "x");
        foreach (var seconds in (int[])[2, 7, 4, 8])
            await Waits(clock, TimeSpan.FromSeconds(seconds));
    }

    [Theory]
    [InlineData("9999", 3600)]
    [InlineData("Wed, 21 Oct 2099 07:28:00 GMT", 0)]
    [InlineData("soon", 0)]
    public async Task a_wait_is_an_hour_at_most_and_whole_seconds_only(string retryAfter, int seconds)
    {
        var clock = new FakeClock();
        await using var webhook = await TestWebhook.Start((offer, response) =>
        {
            response.Headers["Retry-After"] = retryAfter;
            return Fails(offer, response);
        });
        await using var simulator = await TestSimulator.Start(clock);
        await Use(simulator, webhook);
        await simulator.Says(TestSimulator.Anna, "x");
        var due = clock.GetUtcNow().AddSeconds(seconds == 0 ? 2 : seconds);
        await Eventually.Holds(() => clock.NextTimer == due);
        webhook.Offers.Count.ShouldBe(seconds == 0 ? 2 : 1);
    }

    [Fact]
    public async Task a_webhook_that_says_410_for_more_than_23_hours_is_taken_away()
    {
        var clock = new FakeClock();
        await using var webhook = await TestWebhook.Start((_, response) =>
        {
            response.StatusCode = StatusCodes.Status410Gone;
            response.Headers.RetryAfter = "3600";
            return Task.CompletedTask;
        });
        await using var simulator = await TestSimulator.Start(clock);
        await Use(simulator, webhook);
        await simulator.Says(TestSimulator.Anna, "x");
        for (var hour = 0; hour < 23; hour++)
        {
            await Waits(clock, TimeSpan.FromHours(1));
            (await simulator.Call("getWebhookInfo")).Result["url"]!.ToString().ShouldBe(webhook.Url);
        }
        await simulator.Says(TestSimulator.John, "y");
        await Eventually.Holds(() => webhook.Texts.Contains("y"));
        clock.Advance(TimeSpan.FromHours(1));
        await Eventually.Holds(async () => (await simulator.Call("getWebhookInfo")).Result["url"]!.ToString().Length == 0);
        (await simulator.Pending()).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task an_update_that_expired_while_it_waited_is_never_offered()
    {
        var clock = new FakeClock();
        await using var webhook = await TestWebhook.Start((offer, response) => offer.Text == "poison" ? Fails(offer, response) : Task.CompletedTask);
        await using var simulator = await TestSimulator.Start(clock);
        await Use(simulator, webhook);
        await simulator.Says(TestSimulator.Anna, "poison");
        await simulator.Says(TestSimulator.Anna, "behind it");
        await Eventually.Holds(() => webhook.Offers.Count == 2 && clock.NextTimer is not null);
        await simulator.Send(HttpMethod.Post, "/sim/clock", """{"seconds":90000}""");
        await Eventually.Holds(async () => (await simulator.Pending()).Count == 0);
        webhook.Texts.ShouldNotContain("behind it");
    }

    [Fact]
    public async Task pending_updates_are_dropped_only_when_asked()
    {
        var clock = new FakeClock();
        await using var webhook = await TestWebhook.Start(Fails);
        await using var simulator = await TestSimulator.Start(clock);
        await simulator.Says(TestSimulator.Anna, "x");
        await Use(simulator, webhook);
        (await simulator.Pending()).Count.ShouldBe(1);
        clock.Advance(TimeSpan.FromSeconds(1));
        await simulator.Call("deleteWebhook", """{"drop_pending_updates":true}""");
        (await simulator.Pending()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"url":"ftp://lavka.example"}""", "Bad Request: invalid webhook URL specified")]
    [InlineData("""{"url":"nowhere"}""", "Bad Request: invalid webhook URL specified")]
    [InlineData("""{"url":"https://lavka.example","secret_token":"a b"}""", "Bad Request: secret token contains unallowed characters")]
    public async Task a_webhook_that_cannot_be_is_refused(string webhook, string reason)
    {
        await using var simulator = await TestSimulator.Start();
        (await simulator.Call("setWebhook", webhook)).ShouldBeRefused(400, reason);
    }

    private static Task<TestAnswer> Use(TestSimulator simulator, TestWebhook webhook, string more = "") =>
        simulator.Call("setWebhook", $$"""{"url":"{{webhook.Url}}"{{more}}}""");

    private static async Task Waits(FakeClock clock, TimeSpan wait)
    {
        var due = clock.GetUtcNow() + wait;
        await Eventually.Holds(() => clock.NextTimer == due);
        clock.Advance(wait);
    }

    private static Task Fails(TestWebhook.Offer offer, HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status500InternalServerError;
        return Task.CompletedTask;
    }
}
