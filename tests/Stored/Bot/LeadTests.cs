using System.Text.Json;
using Lavka.Durable;
using Lavka.Kit;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Stored.Bot;

/// <summary>One of several programs sends; the others wait until it is their turn.</summary>
public sealed class LeadTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    [Covers("faults:F14")]
    public async Task a_sender_that_is_not_sure_to_be_the_only_one_calls_nobody_until_it_is()
    {
        await using var floor = await TinyShop.Open();
        using var stop = new CancellationTokenSource();
        var (isSure, asked) = (false, 0);
        await Say(floor, "7", 1);
        var sending = floor.Sender().Run(() =>
        {
            asked++;
            return Volatile.Read(ref isSure);
        }, stop.Token);
        await Eventually.Holds(() => asked > 0 && floor.Temp.Clock.NextTimer is not null);
        await Say(floor, "7", 2);
        await Eventually.Holds(() =>
        {
            floor.Temp.Clock.Advance(TimeSpan.FromSeconds(1));
            return asked > 3;
        });
        floor.Messenger.Calls.ShouldBeEmpty();

        Volatile.Write(ref isSure, true);
        await Eventually.Holds(() =>
        {
            floor.Temp.Clock.Advance(TimeSpan.FromSeconds(1));
            return Texts(floor, "7").SequenceEqual(["7/1", "7/2"]);
        });
        await stop.CancelAsync();
        await Eventually.Ends(sending);
    }

    [Fact]
    [Covers("faults:F14")]
    public async Task what_another_sender_has_sent_meanwhile_is_not_sent_again_by_the_first_when_its_turn_comes_back()
    {
        await using var floor = await TinyShop.Open();
        var (first, hangs) = (floor.Sender(), new TaskCompletionSource());
        floor.Messenger.Return = call => call.Message.Html == "7/1" ? hangs.Task : Task.CompletedTask;
        using var stop = new CancellationTokenSource();
        var sending = first.Run(stop.Token);
        await Say(floor, "7", 1);
        await Eventually.Holds(() => floor.Messenger.Calls.Count == 1);
        for (var seq = 2; seq <= 4; seq++) await Say(floor, "7", seq);
        await stop.CancelAsync();
        hangs.SetResult();
        await Eventually.Ends(sending);

        await floor.Deliver();
        await using (new Running(first))
        {
            await Say(floor, "7", 5);
            await Eventually.Holds(() => Texts(floor, "7").Contains("7/5"));
        }

        Texts(floor, "7").ShouldBe(["7/1", "7/2", "7/3", "7/4", "7/5"]);
    }

    private static Task Say(BotFloor<TinyDesk> floor, string chat, long seq)
    {
        var body = JsonSerializer.Serialize(new Message($"{chat}/{seq}", []), MessageJson.Default.Message);
        var row = new OutboxRow(new ChatKey(BotFloor<TinyDesk>.Id, chat), seq, nameof(Act.Say), null, null, body, Urgency.Interactive, null);
        return floor.Temp.Store.Write((tx, ct) => Outbox.Add(tx, row, ct), Ct);
    }

    private static List<string> Texts(BotFloor<TinyDesk> floor, string chat) => [.. floor.Messenger.In(chat).Select(shown => shown.Message.Html)];
}
