using System.Text.Json.Nodes;
using Lavka.Kit;
using Lavka.Pure.Simulator.Telegram;
using Lavka.Simulator.Clock;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Simulator.Clock;

public sealed class MovableClockTests
{
    [Fact]
    public void it_goes_as_the_clock_beneath_and_can_be_moved_forward()
    {
        var beneath = new FakeClock();
        var clock = new MovableClock(beneath);
        var (began, stamp) = (clock.GetUtcNow(), clock.GetTimestamp());
        beneath.Advance(TimeSpan.FromSeconds(5));
        clock.Move(TimeSpan.FromHours(1));
        (clock.GetUtcNow() - began).ShouldBe(TimeSpan.FromSeconds(3605));
        clock.GetElapsedTime(stamp).ShouldBe(TimeSpan.FromSeconds(3605));
        Should.Throw<ArgumentOutOfRangeException>(() => clock.Move(TimeSpan.FromSeconds(-1)));
    }

    [Fact]
    public void a_timer_rings_once_whether_its_time_comes_or_is_jumped_over()
    {
        var beneath = new FakeClock();
        var clock = new MovableClock(beneath);
        List<string> rung = [];
        using var late = clock.CreateTimer(_ => rung.Add("late"), null, TimeSpan.FromMinutes(10), Timeout.InfiniteTimeSpan);
        using var soon = clock.CreateTimer(_ => rung.Add("soon"), null, TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan);
        using var gone = clock.CreateTimer(_ => rung.Add("gone"), null, TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan);
        gone.Dispose();
        clock.Move(TimeSpan.FromMinutes(4));
        rung.ShouldBe(["soon"]);
        beneath.Advance(TimeSpan.FromMinutes(5));
        rung.ShouldBe(["soon"]);
        beneath.Advance(TimeSpan.FromMinutes(1));
        rung.ShouldBe(["soon", "late"]);
        beneath.Advance(TimeSpan.FromDays(1));
        rung.Count.ShouldBe(2);
    }

    [Fact]
    public void a_period_goes_on_after_a_jump()
    {
        var beneath = new FakeClock();
        var clock = new MovableClock(beneath);
        var rung = 0;
        using var timer = clock.CreateTimer(_ => rung++, null, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10));
        clock.Move(TimeSpan.FromHours(1));
        rung.ShouldBe(1);
        beneath.Advance(TimeSpan.FromSeconds(20));
        rung.ShouldBe(3);
    }

    [Fact]
    public async Task dates_and_time_limits_follow_the_moved_clock()
    {
        await using var simulator = await TestSimulator.StartWithAnna(new FakeClock());
        var before = (long)(await simulator.Writes("x")).Result["date"]!;
        var moved = (await simulator.Send(HttpMethod.Post, "/sim/clock", """{"seconds":176400}""")).Json;
        ((long)moved["ahead"]!).ShouldBe(176_400);
        ((long)(await simulator.Writes("y")).Result["date"]!).ShouldBe(before + 176_400);
        (await simulator.Call("deleteMessage", """{"chat_id":1001,"message_id":2}""")).ShouldBeRefused(400, "Bad Request: message can't be deleted for everyone");
        JsonNode.DeepEquals((await simulator.Get("/sim/clock")).Json, moved).ShouldBeTrue();
        ((int)(await simulator.Send(HttpMethod.Post, "/sim/clock", """{"seconds":-1}""")).Status).ShouldBe(400);
    }
}
