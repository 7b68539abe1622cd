using Lavka.Kit;
using Lavka.Simulator.Telegram.Delivery;
using Xunit;

namespace Lavka.Pure.Simulator.Telegram;

public sealed class ConnectionsTests
{
    private static CancellationToken Ends => TestContext.Current.CancellationToken;

    [Fact]
    public async Task before_the_first_success_there_is_one_connection_then_ten_new_ones_in_half_a_second()
    {
        var clock = new FakeClock();
        using var connections = new Connections(limit: 40, clock);
        var waiting = Take(connections, 30);
        await Opens(waiting, 1);
        clock.Advance(TimeSpan.FromSeconds(5));
        await Opens(waiting, 1);
        connections.Return(success: true, lost: false);
        await Opens(waiting, 1 + 1 + 10);
        clock.Advance(TimeSpan.FromSeconds(0.5));
        await Opens(waiting, 1 + 1 + 20);
        clock.Advance(TimeSpan.FromSeconds(0.5));
        await Opens(waiting, 30);
    }

    [Fact]
    public async Task there_are_no_more_than_the_bot_asked_for()
    {
        var clock = new FakeClock();
        using var connections = new Connections(limit: 3, clock);
        var first = Take(connections, 1);
        connections.Return(success: true, lost: false);
        var waiting = Take(connections, 10);
        await Opens(waiting, 3);
        clock.Advance(TimeSpan.FromSeconds(9));
        await Opens(waiting, 3);
        connections.Return(success: true, lost: false);
        await Opens(waiting, 4);
        await Opens(first, 1);
    }

    [Fact]
    public async Task ten_seconds_without_a_success_leave_one_new_connection_every_two_seconds()
    {
        var clock = new FakeClock();
        using var connections = new Connections(limit: 40, clock);
        var waiting = Take(connections, 5);
        for (var lost = 1; lost < 5; lost++)
        {
            await Opens(waiting, lost);
            connections.Return(success: false, lost: true);
            await Opens(waiting, lost);
            clock.Advance(TimeSpan.FromSeconds(2));
        }
        await Opens(waiting, 5);
    }

    private static Task[] Take(Connections connections, int count) => [.. Enumerable.Range(0, count).Select(_ => connections.Take(Ends))];

    private static Task Opens(Task[] waiting, int count) => Eventually.Holds(() => waiting.Count(task => task.IsCompletedSuccessfully) == count);
}
