using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Whole;

public sealed class SlowCallerTests(ITestOutputHelper output)
{
    private const int Idle = 1000;
    private const int Slow = 100;
    private const int Updates = 400;

    /// <summary>Below it a machine that does something else for a moment says more than the host.</summary>
    private static readonly TimeSpan Floor = TimeSpan.FromMilliseconds(100);

    /// <summary>Who says his body slowly is shown out after five seconds: even a single update that had to wait for that would take longer than this.</summary>
    private static readonly TimeSpan Standstill = TimeSpan.FromSeconds(3);

    [Fact]
    [Covers("faults:F30")]
    public async Task A_thousand_callers_who_say_nothing_and_two_hundred_who_say_it_slowly_delay_nobody_and_the_slow_are_shown_out()
    {
        await using var town = await Town.Open();
        var (_, raw) = await town.NewCustomerByHand();
        await Slowest(raw);
        var (before, _) = await Slowest(raw);

        var callers = new List<Socket>();
        try
        {
            callers.AddRange(await Task.WhenAll(Enumerable.Range(0, Idle).Select(_ => Call(town, ""))));
            var head = $"POST /hooks/telegram/{TownPlan.Shop} HTTP/1.1\r\nHost: shop\r\nX-Telegram-Bot-Api-Secret-Token: {TownPlan.Secret}\r\n";
            var slowHead = await Task.WhenAll(Enumerable.Range(0, Slow).Select(_ => Call(town, head)));
            var slowBody = await Task.WhenAll(Enumerable.Range(0, Slow).Select(_ => Call(town, head + "Content-Length: 50000\r\n\r\n{\"update_id\":")));
            callers.AddRange([.. slowHead, .. slowBody]);

            var (during, longest) = await Slowest(raw);

            var shown = slowHead.Concat(slowBody).Select(IsShownOut).ToList();
            (await Task.WhenAll(shown)).ShouldAllBe(isShownOut => isShownOut);
            callers.Take(Idle).ShouldAllBe(caller => caller.Connected);
            var (after, _) = await Slowest(raw);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"99 of 100 updates were taken in {before.TotalMilliseconds:0} ms before, {during.TotalMilliseconds:0} ms meanwhile and the slowest of all in {longest.TotalMilliseconds:0} ms, {after.TotalMilliseconds:0} ms when the slow were gone"));
            during.ShouldBeLessThan(2 * new[] { before, after, Floor }.Max());
            longest.ShouldBeLessThan(Standstill);
        }
        finally
        {
            callers.ForEach(caller => caller.Dispose());
        }
        (await raw.Post(RawUpdate.Wrote(raw.NextId(), raw.Person, "/start"))).ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>How long 99 of 100 updates take, and how long the slowest. They are edits of old messages: each is committed, and nobody says anything to it.</summary>
    private static async Task<(TimeSpan Most, TimeSpan Longest)> Slowest(RawDelivery raw)
    {
        var times = new List<TimeSpan>();
        for (var update = 0; update < Updates; update++)
        {
            var edited = RawUpdate.Edited(raw.Person);
            edited["update_id"] = raw.NextId();
            var began = Stopwatch.GetTimestamp();
            (await raw.Post(edited)).ShouldBe(HttpStatusCode.OK);
            times.Add(Stopwatch.GetElapsedTime(began));
        }
        return (times.Order().ElementAt(Updates * 99 / 100), times.Max());
    }

    private static async Task<Socket> Call(Town town, string says)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(town.Host.Address.Host, town.Host.Address.Port);
        if (says.Length > 0) await socket.SendAsync(Encoding.ASCII.GetBytes(says));
        return socket;
    }

    /// <summary>The host says that it took too long, and hangs up.</summary>
    private static async Task<bool> IsShownOut(Socket caller)
    {
        var heard = new StringBuilder();
        var buffer = new byte[1024];
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        int count;
        while ((count = await caller.ReceiveAsync(buffer, limit.Token)) > 0) heard.Append(Encoding.ASCII.GetString(buffer, 0, count));
        return heard.ToString().StartsWith("HTTP/1.1 408", StringComparison.Ordinal);
    }
}
