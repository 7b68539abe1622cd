using System.Text.Json;
using Lavka.Bot;
using Lavka.Durable;
using Lavka.Kit;
using Lavka.Talk;
using Microsoft.Data.Sqlite;
using Shouldly;
using Xunit;

namespace Lavka.Stored.Bot;

/// <summary>What the messenger took while the store was away is not sent again.</summary>
public sealed class MarkTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact(Skip = "Only a file can be held by a test.", SkipType = typeof(TestEngine), SkipUnless = nameof(TestEngine.IsSqlite))]
    [Covers("faults:F7", "faults:F8")]
    public async Task a_sender_that_is_stopped_while_the_store_is_away_ends_when_all_it_sent_is_marked()
    {
        await using var floor = await TinyShop.Open();
        await using var store = Store.Open($"Data Source={floor.Temp.File};Default Timeout=1", floor.Temp.Clock);
        await using var other = new SqliteConnection($"Data Source={floor.Temp.File};Pooling=False");
        await other.OpenAsync(Ct);
        SqliteTransaction? hold = null;
        floor.Messenger.Fate = _ =>
        {
            hold ??= other.BeginTransaction(deferred: false);
            return null;
        };
        await store.Write((tx, ct) => Outbox.Add(tx, new OutboxRow(
            new ChatKey(BotFloor<TinyDesk>.Id, "7"), 1, nameof(Act.Say), null, null,
            JsonSerializer.Serialize(new Message("Hello", []), MessageJson.Default.Message), Urgency.Interactive, null), ct), Ct);
        using var stop = new CancellationTokenSource();
        var log = new LogLines();
        var sending = new Sender(BotFloor<TinyDesk>.Id, store, floor.Messenger, new SenderOptions(), floor.Temp.Clock, log.For<Sender>()).Run(stop.Token);
        await Eventually.Holds(() => Passes(floor, () => log.Beginning("Error").Count > 0));

        await stop.CancelAsync();
        var before = log.Beginning("Error").Count;
        await Eventually.Holds(() => Passes(floor, () => sending.IsCompleted || log.Beginning("Error").Count >= before + 3));
        sending.IsCompleted.ShouldBeFalse();
        await hold!.DisposeAsync();
        await Eventually.Holds(() => Passes(floor, () => sending.IsCompleted));

        (await floor.Count("outbox where state = 'Sent'")).ShouldBe(1);
        await floor.Deliver();
        floor.Messenger.Calls.Count.ShouldBe(1);
    }

    /// <summary>Whether it has come about after a little time.</summary>
    private static async Task<bool> Passes(BotFloor<TinyDesk> floor, Func<bool> condition)
    {
        floor.Temp.Clock.Advance(TimeSpan.FromSeconds(0.2));
        await Task.Delay(1, Ct);
        return condition();
    }
}
