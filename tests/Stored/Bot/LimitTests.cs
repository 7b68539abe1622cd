using System.Globalization;
using System.Text.Json;
using Lavka.Bot;
using Lavka.Durable;
using Lavka.Kit;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Stored.Bot;

/// <summary>What a sender does at the limits of the messenger. The clock stands still, so whatever is not sent waits for its limit and for nothing else.</summary>
public sealed class LimitTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task a_flood_in_one_chat_waits_by_itself_and_comes_whole_and_in_order(bool isOurs)
    {
        await using var floor = await TinyShop.Open();
        await using var other = Store.Open(floor.Temp.Database, floor.Temp.Clock);
        await using var sender = new Running(floor.Sender());
        await Add(isOurs ? floor.Temp.Store : other, Said("7", 1, 25));
        floor.Temp.Store.NewMail.Beat();
        await Rests(floor, 20, Second);

        await Add(isOurs ? floor.Temp.Store : other, Said("8", 1, 3));
        floor.Temp.Store.NewMail.Beat();
        await Eventually.Holds(() => Count(floor, "8") == 3);

        for (var sent = 21; sent <= 25; sent++)
        {
            Count(floor, "7").ShouldBe(sent - 1);
            await Passes(floor, Second, () => Count(floor, "7") == sent);
        }
        floor.Messenger.In("7").Select(shown => shown.Message.Html).ShouldBe(Enumerable.Range(1, 25).Select(seq => $"7/{seq}"));
    }

    [Fact]
    public async Task what_comes_into_a_chat_while_it_rests_waits_behind_what_is_there()
    {
        await using var floor = await TinyShop.Open();
        await using var sender = new Running(floor.Sender(new SenderOptions { ChatBurst = 2 }));
        await Add(floor.Temp.Store, Said("7", 1, 3));
        await Rests(floor, 2, Second);

        await Add(floor.Temp.Store, Said("7", 4, 1));
        await Add(floor.Temp.Store, Said("8", 1, 1));
        await Eventually.Holds(() => Count(floor, "8") == 1);
        Count(floor, "7").ShouldBe(2);

        await Passes(floor, Second, () => Count(floor, "7") == 3);
        await Passes(floor, Second, () => Count(floor, "7") == 4);
        floor.Messenger.In("7").Select(shown => shown.Message.Html).ShouldBe(["7/1", "7/2", "7/3", "7/4"]);
    }

    [Fact]
    public async Task a_group_gets_twenty_a_minute()
    {
        await using var floor = await TinyShop.Open();
        await using var sender = new Running(floor.Sender());
        await Add(floor.Temp.Store, Said("-100", 1, 25));
        await Rests(floor, 20, TimeSpan.FromMinutes(1));

        await Passes(floor, TimeSpan.FromMinutes(1), () => Count(floor, "-100") == 25);
    }

    [Fact]
    public async Task an_edit_is_no_message_and_goes_to_a_chat_that_has_had_its_burst()
    {
        await using var floor = await TinyShop.Open();
        await using var sender = new Running(floor.Sender(new SenderOptions { ChatBurst = 2 }));
        await Add(floor.Temp.Store, [.. Said("7", 1, 2), .. Enumerable.Range(3, 9).Select(seq => Row("7", seq) with { Act = nameof(Act.Replace), EditsSeq = 1 })]);

        await Eventually.Holds(() => floor.Messenger.Calls.Count == 11);
        floor.Messenger.In("7").Select(shown => shown.Message.Html).ShouldBe(["7/11", "7/2"]);
    }

    [Fact]
    public async Task every_picture_of_an_album_counts()
    {
        await using var floor = await TinyShop.Open();
        await using var sender = new Running(floor.Sender(new SenderOptions { ChatBurst = 5 }));
        var album = await floor.Temp.Store.Write(async (tx, ct) => new Attachment(await Files.Keep(tx, "one"u8.ToArray(), "1.png", "image/png", ct), "1.png", "image/png"), Ct);
        var body = JsonSerializer.Serialize(new Message("album", []) { Album = [album, album, album, album, album] }, MessageJson.Default.Message);

        await Add(floor.Temp.Store, [Row("7", 1) with { Body = body }, Row("7", 2)]);

        await Rests(floor, 1, Second);
        await Passes(floor, Second, () => Count(floor, "7") == 2);
    }

    [Fact]
    public async Task answers_take_from_the_allowance_of_bulk_and_are_never_held_back_by_it()
    {
        await using var floor = await TinyShop.Open();
        await using var sender = new Running(floor.Sender(new SenderOptions { BulkPerSecond = 10 }));
        await Add(floor.Temp.Store, Each(1, 6, Urgency.Interactive));
        await Eventually.Holds(() => floor.Messenger.Calls.Count == 6);
        await Add(floor.Temp.Store, Each(101, 9, Urgency.Bulk));
        await Rests(floor, 10, Second);

        await Add(floor.Temp.Store, Each(201, 12, Urgency.Interactive));
        await Eventually.Holds(() => floor.Messenger.Calls.Count == 22);
        floor.Messenger.Calls.Skip(10).ShouldAllBe(call => call.Message.Html.StartsWith('2'));

        await Passes(floor, Second, () => floor.Messenger.Calls.Count == 27);
    }

    [Fact]
    public async Task bulk_that_stands_in_front_of_an_answer_does_not_hold_it_up()
    {
        await using var floor = await TinyShop.Open();
        await using var sender = new Running(floor.Sender(new SenderOptions { BulkPerSecond = 1 }));
        await Add(floor.Temp.Store, Each(1, 2, Urgency.Bulk));
        await Rests(floor, 1, Second);

        await Add(floor.Temp.Store, [Row("99", 1) with { Urgency = Urgency.Bulk }, Row("99", 2)]);

        await Eventually.Holds(() => Count(floor, "99") == 2);
        floor.Messenger.Calls.Count.ShouldBe(3);
    }

    [Fact]
    public async Task bulk_that_is_dropped_while_it_waits_for_its_moment_is_not_said()
    {
        await using var floor = await TinyShop.Open();
        var half = Second / 2;
        await using var sender = new Running(floor.Sender(new SenderOptions { BulkPerSecond = 2 }));
        await Add(floor.Temp.Store, Each(9, 1, Urgency.Interactive));
        await Eventually.Holds(() => Count(floor, "9") == 1);
        floor.Temp.Clock.Advance(half);
        await Add(floor.Temp.Store, Each(1, 3, Urgency.Bulk));
        await Rests(floor, 2, half);

        await floor.Temp.Store.Write((tx, ct) => Outbox.Drop(tx, new ChatKey(BotFloor<TinyDesk>.Id, "2"), 1, "The broadcast was stopped.", ct), Ct);

        // It was found before, and no other look is due: only the record before its call says that it does not wait any more.
        floor.Temp.Clock.Advance(half);
        await Rests(floor, 2, half);
        await Passes(floor, half, () => Count(floor, "3") == 1);
        Count(floor, "2").ShouldBe(0);
    }

    [Theory]
    [InlineData(false, 30)]
    [InlineData(true, 985)]
    public async Task bulk_goes_at_thirty_a_second_and_at_nearly_a_thousand_when_it_is_paid_for(bool isPaid, int perSecond)
    {
        await using var floor = await TinyShop.Open();
        await Add(floor.Temp.Store, Each(1, perSecond + 5, Urgency.Bulk));
        await Add(floor.Temp.Store, Each(9001, 1, Urgency.Interactive));
        await using var sender = new Running(floor.Sender(isPaid ? SenderOptions.Paid : new SenderOptions()));

        await Rests(floor, perSecond, Second);
        await Passes(floor, Second, () => floor.Messenger.Calls.Count == perSecond + 6);

        floor.Messenger.Calls.ShouldAllBe(call => call.MayCost == (isPaid && call.Chat != "9001"));
    }

    [Fact]
    public async Task in_the_silence_after_a_429_a_press_is_answered_at_once_and_nothing_else_is_said()
    {
        await using var floor = await TinyShop.Open();
        var anna = await floor.Guest().Writes("/start");
        var calls = floor.Messenger.Calls.Count;
        floor.Messenger.Fate = _ => new Delivery.Wait(TimeSpan.FromSeconds(30));
        await using var sender = new Running(floor.Sender());
        await Add(floor.Temp.Store, Said("8", 1, 1));
        await Rests(floor, calls + 1, TimeSpan.FromSeconds(30));

        (await floor.Bot.Take(anna.Update(anna.Pressing("To help")), Ct)).ShouldBe(Receipt.Taken);
        await Add(floor.Temp.Store, Each(100, 3, Urgency.Bulk));

        await Eventually.Holds(() => floor.Messenger.Notes.Count == 1);
        floor.Messenger.Fate = _ => null;
        await Rests(floor, calls + 1, TimeSpan.FromSeconds(30));
    }

    /// <summary>So many calls were made, and the next one waits for that long.</summary>
    private static Task Rests(BotFloor<TinyDesk> floor, int calls, TimeSpan wait) =>
        Eventually.Holds(() => floor.Messenger.Calls.Count == calls && floor.Temp.Clock.NextTimer == floor.Temp.Clock.GetUtcNow() + wait);

    private static async Task Passes(BotFloor<TinyDesk> floor, TimeSpan time, Func<bool> then)
    {
        await Eventually.Holds(() => floor.Temp.Clock.NextTimer == floor.Temp.Clock.GetUtcNow() + time);
        floor.Temp.Clock.Advance(time);
        await Eventually.Holds(then);
    }

    private static int Count(BotFloor<TinyDesk> floor, string chat) => floor.Messenger.In(chat).Count;

    private static IReadOnlyList<OutboxRow> Said(string chat, int first, int count) => [.. Enumerable.Range(first, count).Select(seq => Row(chat, seq))];

    /// <summary>One message in each of so many chats.</summary>
    private static IReadOnlyList<OutboxRow> Each(int first, int count, Urgency urgency) =>
        [.. Enumerable.Range(first, count).Select(chat => Row(chat.ToString(CultureInfo.InvariantCulture), 1) with { Urgency = urgency })];

    private static OutboxRow Row(string chat, long seq) => new(
        new ChatKey(BotFloor<TinyDesk>.Id, chat), seq, nameof(Act.Say), null, null,
        JsonSerializer.Serialize(new Message($"{chat}/{seq}", []), MessageJson.Default.Message), Urgency.Interactive, null);

    private static Task Add(Store store, IReadOnlyList<OutboxRow> rows) => store.Write((tx, ct) => Outbox.Add(tx, rows, ct), Ct);
}
