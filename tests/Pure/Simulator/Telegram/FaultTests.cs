using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Simulator.Telegram;

public sealed class FaultTests
{
    [Fact]
    public async Task a_429_tells_how_long_to_keep_away_and_ends_after_its_times()
    {
        await using var simulator = await TestSimulator.StartWithAnna();
        await simulator.Fault("""{"kind":"429","times":2,"retryAfter":7,"method":"sendMessage"}""");
        for (var time = 0; time < 2; time++)
        {
            var refused = await simulator.Writes("x");
            refused.ShouldBeRefused(429, "Too Many Requests: retry after 7");
            refused.Json["parameters"]!["retry_after"]!.GetValue<int>().ShouldBe(7);
        }
        (await simulator.Call("getMe")).Result.ShouldNotBeNull();
        (await simulator.Writes("x")).MessageId.ShouldBe(2);
    }

    [Theory]
    [InlineData("403", 403, "Forbidden: bot was blocked by the user")]
    [InlineData("500", 500, "Internal Server Error")]
    [InlineData("504", 504, "Gateway Timeout")]
    public async Task a_failed_call_is_not_carried_out(string kind, int code, string reason)
    {
        await using var simulator = await TestSimulator.StartWithAnna();
        await simulator.Fault($$"""{"kind":"{{kind}}"}""");
        (await simulator.Writes("x")).ShouldBeRefused(code, reason);
        (await simulator.Chat(TestSimulator.Anna))["messages"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task a_lost_answer_leaves_the_message_sent()
    {
        await using var simulator = await TestSimulator.StartWithAnna();
        await simulator.Fault("""{"kind":"lose","method":"sendMessage"}""");
        await Should.ThrowAsync<HttpRequestException>(() => simulator.Writes("x"));
        (await simulator.Chat(TestSimulator.Anna))["messages"]!.AsArray().Count.ShouldBe(2);
        (await simulator.Get("/sim/calls")).Json.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task a_slow_call_is_carried_out_after_its_seconds()
    {
        var clock = new FakeClock();
        await using var simulator = await TestSimulator.StartWithAnna(clock);
        await simulator.Fault("""{"kind":"slow","seconds":30}""");
        var call = simulator.Writes("x");
        await Eventually.Holds(() => clock.NextTimer is not null);
        (await simulator.Chat(TestSimulator.Anna))["messages"]!.AsArray().Count.ShouldBe(1);
        clock.Advance(TimeSpan.FromSeconds(30));
        (await Eventually.Ends(call)).MessageId.ShouldBe(2);
    }

    [Fact]
    public async Task faults_that_wait_can_be_taken_back()
    {
        await using var simulator = await TestSimulator.StartWithAnna();
        await simulator.Fault("""{"kind":"500","times":9}""");
        await simulator.Send(HttpMethod.Delete, "/sim/faults", "");
        (await simulator.Writes("x")).MessageId.ShouldBe(2);
    }

    [Fact]
    public async Task a_call_that_times_out_is_held_and_dropped_and_never_carried_out()
    {
        var clock = new FakeClock();
        await using var simulator = await TestSimulator.StartWithAnna(clock);
        await simulator.Fault("""{"kind":"timeout","seconds":30}""");
        var call = simulator.Writes("x");
        await Eventually.Holds(() => clock.NextTimer is not null);
        clock.Advance(TimeSpan.FromSeconds(30));
        await Should.ThrowAsync<HttpRequestException>(() => Eventually.Ends(call));
        (await simulator.Chat(TestSimulator.Anna))["messages"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task what_is_active_is_listed_and_taken_back_one_by_one()
    {
        await using var simulator = await TestSimulator.StartWithAnna();
        var id = (long)(await simulator.Fault("""{"kind":"500","times":0,"method":"sendMessage","person":1001}""")).Json["id"]!;
        await simulator.Fault("""{"kind":"slow","method":"getMe","probability":0.5}""");
        for (var time = 0; time < 5; time++)
            (await simulator.Writes("x")).ShouldBeRefused(500, "Internal Server Error");
        (await simulator.Call("sendMessage", """{"chat_id":1002,"text":"x"}""")).ShouldBeRefused(403, "Forbidden: bot can't initiate conversation with a user");
        var active = (await simulator.Get("/sim/faults")).Json.AsArray();
        active.Select(fault => (string?)fault!["kind"]).ShouldBe(["500", "slow"]);
        ((int)active[0]!["struck"]!).ShouldBe(5);
        ((int)(await simulator.Send(HttpMethod.Delete, $"/sim/faults/{id}", "")).Status).ShouldBe(204);
        ((int)(await simulator.Send(HttpMethod.Delete, $"/sim/faults/{id}", "")).Status).ShouldBe(404);
        (await simulator.Writes("x")).MessageId.ShouldBe(2);
    }

    [Fact]
    public async Task a_fault_strikes_about_as_often_as_its_probability_says()
    {
        await using var simulator = await TestSimulator.StartWithAnna();
        await simulator.Fault("""{"kind":"500","method":"getMe","times":0,"probability":0.5}""");
        var struck = 0;
        for (var time = 0; time < 200; time++)
            struck += (int)(await simulator.Call("getMe")).Status == 500 ? 1 : 0;
        struck.ShouldBeInRange(40, 160);
    }

    [Theory]
    [InlineData("""{"kind":"500","times":-1}""")]
    [InlineData("""{"kind":"500","probability":0}""")]
    [InlineData("""{"kind":"500","probability":1.1}""")]
    [InlineData("""{"kind":"429","retryAfter":0}""")]
    public async Task a_fault_that_cannot_be_is_refused(string fault)
    {
        await using var simulator = await TestSimulator.Start();
        ((int)(await simulator.Fault(fault)).Status).ShouldBe(400);
    }

    [Fact]
    public async Task a_duplicate_comes_a_second_time_with_the_same_number()
    {
        await using var webhook = await TestWebhook.Start();
        await using var simulator = await TestSimulator.Start();
        await simulator.Call("setWebhook", $$"""{"url":"{{webhook.Url}}"}""");
        await simulator.Fault("""{"kind":"duplicate","method":"message"}""");
        await simulator.Says(TestSimulator.Anna, "twice");
        await simulator.Says(TestSimulator.Anna, "once");
        await Eventually.Holds(() => webhook.Offers.Count == 3);
        webhook.Texts.ShouldBe(["twice", "twice", "once"]);
        webhook.Offers[1].Id.ShouldBe(webhook.Offers[0].Id);
    }

    [Fact]
    public async Task a_duplicate_stands_twice_in_a_poll()
    {
        await using var simulator = await TestSimulator.Start();
        await simulator.Fault("""{"kind":"duplicate"}""");
        await simulator.Says(TestSimulator.Anna, "twice");
        var ids = (await simulator.Call("getUpdates")).Result.AsArray().Select(update => (long)update!["update_id"]!).ToArray();
        ids.Length.ShouldBe(2);
        ids.Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task in_disorder_what_happens_later_comes_first()
    {
        var clock = new FakeClock();
        await using var webhook = await TestWebhook.Start();
        await using var simulator = await TestSimulator.Start(clock);
        await simulator.Call("setWebhook", $$"""{"url":"{{webhook.Url}}"}""");
        await simulator.Fault("""{"kind":"disorder","seconds":5}""");
        await simulator.Says(TestSimulator.Anna, "first");
        await simulator.Says(TestSimulator.Anna, "second");
        await Eventually.Holds(() => webhook.Offers.Count == 1 && clock.NextTimer == clock.GetUtcNow().AddSeconds(5));
        clock.Advance(TimeSpan.FromSeconds(5));
        await Eventually.Holds(() => webhook.Offers.Count == 2);
        webhook.Texts.ShouldBe(["second", "first"]);
        webhook.Offers[1].Id.ShouldBeLessThan(webhook.Offers[0].Id);
    }

    [Fact]
    public async Task in_disorder_a_poll_gets_the_later_one_first()
    {
        var clock = new FakeClock();
        await using var simulator = await TestSimulator.Start(clock);
        await simulator.Fault("""{"kind":"disorder","seconds":5}""");
        await simulator.Says(TestSimulator.Anna, "first");
        await simulator.Says(TestSimulator.Anna, "second");
        (await simulator.Pending()).Count.ShouldBe(1);
        clock.Advance(TimeSpan.FromSeconds(5));
        await Eventually.Holds(async () => (await simulator.Pending()).Count == 2);
        (await simulator.Pending()).Select(update => (string?)update!["update"]!["message"]!["text"]).ShouldBe(["second", "first"]);
    }
}
