using Lavka.Kit;
using Lavka.Simulator.Telegram.Delivery;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Simulator.Telegram;

public sealed class ConnectionsTests
{
    private static CancellationToken Ends => TestContext.Current.CancellationToken;

    [Fact]
    public void before_the_first_success_there_is_one_connection_then_ten_new_ones_in_half_a_second()
    {
        var clock = new FakeClock();
        using var connections = new Connections(limit: 40, clock);
        var waiting = Take(connections, 30);
        Open(waiting).ShouldBe(1);
        clock.Advance(TimeSpan.FromSeconds(5));
        Open(waiting).ShouldBe(1);
        connections.Return(success: true, lost: false);
        Open(waiting).ShouldBe(1 + 1 + 10);
        clock.Advance(TimeSpan.FromSeconds(0.5));
        Open(waiting).ShouldBe(1 + 1 + 20);
        clock.Advance(TimeSpan.FromSeconds(0.5));
        Open(waiting).ShouldBe(30);
    }

    [Fact]
    public void there_are_no_more_than_the_bot_asked_for()
    {
        var clock = new FakeClock();
        using var connections = new Connections(limit: 3, clock);
        var first = Take(connections, 1);
        connections.Return(success: true, lost: false);
        var waiting = Take(connections, 10);
        Open(waiting).ShouldBe(3);
        clock.Advance(TimeSpan.FromSeconds(9));
        Open(waiting).ShouldBe(3);
        connections.Return(success: true, lost: false);
        Open(waiting).ShouldBe(4);
        Open(first).ShouldBe(1);
    }

    [Fact]
    public void ten_seconds_without_a_success_leave_one_new_connection_every_two_seconds()
    {
        var clock = new FakeClock();
        using var connections = new Connections(limit: 40, clock);
        var waiting = Take(connections, 5);
        for (var lost = 1; lost < 5; lost++)
        {
            Open(waiting).ShouldBe(lost);
            connections.Return(success: false, lost: true);
            Open(waiting).ShouldBe(lost);
            clock.Advance(TimeSpan.FromSeconds(2));
        }
        Open(waiting).ShouldBe(5);
    }

    private static Task[] Take(Connections connections, int count) => [.. Enumerable.Range(0, count).Select(_ => connections.Take(Ends))];

    private static int Open(Task[] waiting) => waiting.Count(task => task.IsCompletedSuccessfully);
}
