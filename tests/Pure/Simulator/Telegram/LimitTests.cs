using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Simulator.Telegram;

public sealed class LimitTests
{
    [Fact]
    public async Task without_limits_a_bot_writes_as_fast_as_it_can()
    {
        await using var simulator = await TestSimulator.StartWithAnna(new FakeClock());
        for (var n = 2; n < 60; n++)
            (await simulator.Writes("x")).MessageId.ShouldBe(n);
    }

    [Fact]
    public async Task more_than_a_message_a_second_in_a_chat_is_refused_after_a_burst_and_whoever_goes_on_waits_longer()
    {
        var clock = new FakeClock();
        await using var simulator = await TestSimulator.StartWithAnna(clock);
        await simulator.Says(TestSimulator.John, "/start");
        await Limit(simulator, """{"perChat":true}""");
        for (var n = 0; n < 20; n++)
            (await simulator.Writes("x")).Result.ShouldNotBeNull();
        (await simulator.Writes("x")).ShouldBeRefused(429, "Too Many Requests: retry after 1");
        (await simulator.Writes("x")).ShouldBeRefused(429, "Too Many Requests: retry after 2");
        (await simulator.Call("sendMessage", """{"chat_id":1002,"text":"beside"}""")).Result.ShouldNotBeNull();
        (await simulator.Call("editMessageText", """{"chat_id":1001,"message_id":2,"text":"free"}""")).MessageId.ShouldBe(2);
        clock.Advance(TimeSpan.FromSeconds(2));
        (await simulator.Writes("x")).Result.ShouldNotBeNull();
    }

    [Fact]
    public async Task more_than_thirty_messages_a_second_in_all_are_refused()
    {
        var clock = new FakeClock();
        await using var simulator = await TestSimulator.StartWithAnna(clock);
        await Limit(simulator, """{"bulk":true}""");
        for (var n = 0; n < 30; n++)
            (await simulator.Writes("x")).Result.ShouldNotBeNull();
        (await simulator.Writes("x")).ShouldBeRefused(429, "Too Many Requests: retry after 1");
        clock.Advance(TimeSpan.FromSeconds(1));
        (await simulator.Writes("x")).Result.ShouldNotBeNull();
        (await simulator.Get("/sim/limits")).Json.ToJsonString().ShouldBe("""{"perChat":false,"bulk":true}""");
    }

    [Fact]
    public async Task more_than_310_messages_under_way_in_a_chat_are_held_for_three_seconds_and_refused_for_a_minute()
    {
        var clock = new FakeClock();
        await using var simulator = await TestSimulator.StartWithAnna(clock);
        await simulator.Fault("""{"kind":"slow","seconds":2,"method":"sendMessage","times":0}""");
        var asleep = clock.Sleepers;
        Task<TestAnswer>[] calls = [.. Enumerable.Range(0, 320).Select(_ => simulator.Writes("x"))];
        await Eventually.Holds(() => clock.Sleepers == asleep + 320);
        (await simulator.Get("/sim/faults")).Json[0]!["struck"]!.GetValue<int>().ShouldBe(310);
        clock.Advance(TimeSpan.FromSeconds(2));
        await Eventually.Holds(() => calls.Count(call => call.IsCompleted) == 310);
        clock.Advance(TimeSpan.FromSeconds(1));
        var answers = await Eventually.Ends(Task.WhenAll(calls));
        answers.Count(answer => answer.Description == "Too Many Requests: retry after 60").ShouldBe(10);
    }

    private static Task<TestAnswer> Limit(TestSimulator simulator, string json) => simulator.Send(HttpMethod.Put, "/sim/limits", json);
}
