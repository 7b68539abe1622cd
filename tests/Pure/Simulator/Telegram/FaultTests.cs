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
}
