using System.Collections.Concurrent;
using System.Text.Json;
using Lavka.Bot;
using Lavka.Durable;
using Lavka.Kit;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Stored.Bot;

public sealed class SenderTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_chat_gets_its_messages_in_order_and_one_that_has_to_wait_holds_up_its_own_chat_only()
    {
        await using var floor = await TinyShop.Open();
        var isDown = true;
        floor.Messenger.Fate = call => isDown && call is { Chat: "7", Message.Html: "7/1" } ? new Delivery.Failed("no connection") : null;
        for (var n = 1; n <= 3; n++) foreach (var chat in new[] { "7", "8" }) await Say(floor, chat, n);

        await floor.Deliver();
        Texts(floor, "7").ShouldBeEmpty();
        Texts(floor, "8").ShouldBe(["8/1", "8/2", "8/3"]);

        isDown = false;
        floor.Temp.Clock.Advance(Second);
        await floor.Deliver();
        Texts(floor, "7").ShouldBe(["7/1", "7/2", "7/3"]);
    }

    [Fact]
    public async Task a_failed_call_is_repeated_after_growing_pauses_and_never_given_up()
    {
        await using var floor = await TinyShop.Open();
        var failures = 12;
        floor.Messenger.Fate = _ => failures-- > 0 ? new Delivery.Failed("502") : null;
        await Say(floor, "7", 1);
        List<double> pauses = [];
        while (await floor.Count("outbox where state = 'Waiting'") == 1)
        {
            await floor.Deliver();
            if (await NextDue(floor) is not { } due) continue;
            pauses.Add((due - floor.Temp.Clock.GetUtcNow()).TotalSeconds);
            floor.Temp.Clock.Advance(due - floor.Temp.Clock.GetUtcNow());
        }
        pauses.ShouldBe([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]);
        Texts(floor, "7").ShouldBe(["7/1"]);
    }

    [Fact, Covers("faults:F15")]
    public async Task a_clock_that_is_set_back_an_hour_does_not_put_off_a_repetition_by_an_hour()
    {
        await using var floor = await TinyShop.Open();
        var start = floor.Temp.Clock.GetUtcNow();
        var isDown = true;
        floor.Messenger.Fate = call => isDown && call.Message.Html == "7/1" ? new Delivery.Failed("502") : null;
        await using var sender = new Running(floor.Sender());
        await Say(floor, "7", 1);
        await Eventually.Holds(() => floor.Temp.Clock.NextTimer == start + Second);
        isDown = false;

        floor.Temp.Clock.Set(-TimeSpan.FromHours(1));
        floor.Temp.Clock.Advance(TimeSpan.FromMinutes(1));

        await Eventually.Holds(() => Texts(floor, "7").SequenceEqual(["7/1"]));
    }

    [Fact]
    public async Task a_call_that_hangs_does_not_delay_the_repetition_in_another_chat()
    {
        await using var floor = await TinyShop.Open();
        var start = floor.Temp.Clock.GetUtcNow();
        var failures = 1;
        var hangs = new TaskCompletionSource();
        floor.Messenger.Fate = call => call.Chat == "7" && failures-- > 0 ? new Delivery.Failed("502") : null;
        floor.Messenger.Return = call => call.Chat == "9" ? hangs.Task : Task.CompletedTask;
        await using var sender = new Running(floor.Sender());
        await Say(floor, "7", 1);
        await Eventually.Holds(() => floor.Temp.Clock.NextTimer == start + Second);
        await Say(floor, "9", 1);
        await Eventually.Holds(() => floor.Messenger.Calls.Any(call => call.Chat == "9"));

        await Eventually.Holds(() => floor.Temp.Clock.NextTimer == start + Second);
        floor.Temp.Clock.Advance(Second);
        await Eventually.Holds(() => Texts(floor, "7").SequenceEqual(["7/1"]));
        hangs.SetResult();
    }

    [Fact]
    public async Task too_many_requests_silence_the_whole_bot_for_as_long_as_it_is_told()
    {
        await using var floor = await TinyShop.Open();
        var start = floor.Temp.Clock.GetUtcNow();
        var called = new ConcurrentQueue<double>();
        floor.Messenger.Fate = _ =>
        {
            called.Enqueue((floor.Temp.Clock.GetUtcNow() - start).TotalSeconds);
            return called.Count == 1 ? new Delivery.Wait(TimeSpan.FromSeconds(30)) : null;
        };
        for (var chat = 7; chat <= 9; chat++) await Say(floor, $"{chat}", 1);
        await using var sender = new Running(floor.Sender(new SenderOptions { Parallel = 1 }));

        for (var second = 1; second <= 30; second++)
        {
            await Eventually.Holds(() => floor.Temp.Clock.NextTimer == start.AddSeconds(30));
            (await floor.Count("outbox where state = 'Sent'")).ShouldBe(0);
            floor.Temp.Clock.Advance(Second);
        }

        await Eventually.Holds(() => called.Count == 4);
        called.ToArray().ShouldBe([0, 30, 30, 30], "Every call in the pause would make it longer.");
    }

    [Fact]
    public async Task who_blocked_the_bot_is_marked_and_his_message_is_not_tried_again()
    {
        await using var floor = await TinyShop.Open();
        var anna = await floor.Guest().Writes("/start");
        floor.Messenger.Fate = call => call.Chat == "7" ? new Delivery.Unreachable("403: bot was blocked by the user") : null;

        await anna.Writes("/help");
        floor.Temp.Clock.Advance(TimeSpan.FromHours(1));
        await floor.Deliver();

        (await floor.Count("chats where unreachable_since is not null")).ShouldBe(1);
        (await floor.Count("outbox where state = 'Waiting'")).ShouldBe(0);
        (await floor.Count("outbox where state = 'Dropped'")).ShouldBeGreaterThan(0);
        floor.Messenger.Calls.Count(call => call.Chat == "7").ShouldBe(2, "The menu, and the first call that was refused; the rest of his rows is closed unsent.");
    }

    [Fact, Covers("faults:F10")]
    public async Task an_answer_whose_fate_is_unknown_may_come_twice_and_an_advertisement_may_be_lost()
    {
        await using var floor = await TinyShop.Open();
        floor.Messenger.Fate = call =>
        {
            if (floor.Messenger.Calls.Count > 2) return null;
            floor.Messenger.Arrive(call);
            return new Delivery.Unknown("timeout");
        };
        await Say(floor, "7", 1);
        await Say(floor, "8", 1, Urgency.Bulk);

        await floor.Deliver();
        floor.Temp.Clock.Advance(Second);
        await floor.Deliver();

        Texts(floor, "7").ShouldBe(["7/1", "7/1"]);
        Texts(floor, "8").ShouldBe(["8/1"]);
        (await floor.Count("outbox where state = 'Dropped'")).ShouldBe(1);
        (await floor.Count("outbox where doubts = 1")).ShouldBe(2, "Every doubt is on record.");
    }

    [Fact, Covers("faults:F10")]
    public async Task a_press_shows_that_the_message_arrived_and_it_is_not_sent_a_second_time()
    {
        await using var floor = await TinyShop.Open();
        var anna = floor.Guest();
        floor.Messenger.Fate = call =>
        {
            floor.Messenger.Arrive(call);
            return new Delivery.Unknown("timeout");
        };
        await anna.Writes("/start");
        floor.Messenger.Fate = _ => null;

        await anna.Taps("To help");
        floor.Temp.Clock.Advance(TimeSpan.FromMinutes(1));
        await floor.Deliver();

        anna.Chat.Count.ShouldBe(1);
        anna.Sees("Help page");
        (await floor.Count("outbox where doubts = 1 and state = 'Sent'")).ShouldBe(1);
    }

    [Fact, Covers("faults:F10")]
    public async Task a_press_on_the_first_of_two_copies_counts_and_takes_its_buttons_away()
    {
        await using var floor = await TinyShop.Open();
        var anna = floor.Guest();
        var calls = 0;
        floor.Messenger.Fate = call =>
        {
            if (++calls > 1) return null;
            floor.Messenger.Arrive(call);
            return new Delivery.Unknown("timeout");
        };
        await anna.Writes("/start");
        floor.Temp.Clock.Advance(Second);
        await floor.Deliver();
        var (first, second) = (anna.Chat[0], anna.Chat[1]);
        var form = first.Message.Rows[0][0].Data!;

        await anna.Does(new Happening.Pressed(form, "q", first.Id));

        anna.Sees("City?");
        first = anna.Chat.Single(shown => shown.Id == first.Id);
        first.Message.Rows.ShouldBeEmpty();
        await anna.Does(new Happening.Pressed(form, "q", second.Id));
        anna.Buttons.ShouldAllBe(button => button.Under.Id != first.Id && button.Under.Id != second.Id);
        (await floor.State()).Opened.ShouldBe(1);
    }

    [Fact, Covers("faults:F10")]
    public async Task a_crash_in_the_call_of_an_advertisement_does_not_send_it_twice()
    {
        await using var floor = await TinyShop.Open();
        await Say(floor, "8", 1, Urgency.Bulk);
        var never = new TaskCompletionSource();
        floor.Messenger.Return = _ => never.Task;
        var dead = floor.Sender().Run(Ct);
        await Eventually.Holds(() => Texts(floor, "8").Count == 1);

        await floor.Restart();
        floor.Messenger.Return = _ => Task.CompletedTask;
        await floor.Deliver();

        Texts(floor, "8").ShouldBe(["8/1"]);
        (await floor.Count("outbox where state = 'Dropped' and doubts > 0")).ShouldBe(1);
        dead.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task an_advertisement_that_certainly_did_not_arrive_is_sent_again()
    {
        await using var floor = await TinyShop.Open();
        var calls = 0;
        floor.Messenger.Fate = _ => ++calls switch { 1 => new Delivery.Failed("502"), 2 => new Delivery.Wait(Second), _ => null };
        await Say(floor, "8", 1, Urgency.Bulk);

        for (var look = 0; look < 3; look++)
        {
            await floor.Deliver();
            floor.Temp.Clock.Advance(TimeSpan.FromSeconds(5));
        }

        Texts(floor, "8").ShouldBe(["8/1"]);
        (await floor.Count("outbox where doubts > 0")).ShouldBe(0);
    }

    [Fact]
    public async Task a_message_may_be_changed_before_the_messenger_has_given_it_an_id()
    {
        await using var floor = await TinyShop.Open();
        await Say(floor, "7", 1);
        await Add(floor, new OutboxRow(Chat("7"), 2, nameof(Act.Replace), 1, null, Body("better"), Urgency.Interactive, null));

        await floor.Deliver();

        Texts(floor, "7").ShouldBe(["better"]);
        floor.Messenger.Calls.Select(call => (call.Act, call.Target)).ShouldBe([(Act.Say, null), (Act.Replace, "m1")]);
    }

    [Fact]
    public async Task of_a_message_that_cannot_be_changed_any_more_the_new_text_is_said_anew_and_later_changes_find_it()
    {
        await using var floor = await TinyShop.Open();
        await Say(floor, "7", 1);
        await floor.Deliver();
        floor.Messenger.Fate = call => call.Target == "m1" ? new Delivery.Gone("400: message can't be edited") : null;

        await Add(floor, new OutboxRow(Chat("7"), 2, nameof(Act.Replace), 1, null, Body("news"), Urgency.Interactive, null));
        await Add(floor, new OutboxRow(Chat("7"), 3, nameof(Act.Strip), null, "m1", Body(""), Urgency.Interactive, null));
        await Add(floor, new OutboxRow(Chat("7"), 4, nameof(Act.Replace), 1, null, Body("newer"), Urgency.Interactive, null));
        await floor.Deliver();

        Texts(floor, "7").ShouldBe(["7/1", "newer"]);
        (await floor.Count("outbox where state = 'Sent'")).ShouldBe(4);
    }

    [Fact]
    public async Task a_change_of_a_message_that_was_refused_is_not_sent_and_what_follows_is()
    {
        await using var floor = await TinyShop.Open();
        floor.Messenger.Fate = call => call.Message.Html == "7/1" ? new Delivery.Refused("400: too long") : null;
        await Say(floor, "7", 1);
        await Add(floor, new OutboxRow(Chat("7"), 2, nameof(Act.Replace), 1, null, Body("better"), Urgency.Interactive, null));
        await Say(floor, "7", 3);

        await floor.Deliver();

        Texts(floor, "7").ShouldBe(["7/3"]);
        floor.Messenger.Calls.Count.ShouldBe(2);
    }

    [Fact]
    public async Task a_file_goes_with_its_bytes()
    {
        await using var floor = await TinyShop.Open();
        byte[] pdf = [.. "%PDF-1.4"u8];
        await floor.Temp.Store.Write(async (tx, ct) =>
        {
            var file = await Files.Keep(tx, pdf, "label.pdf", "application/pdf", ct);
            var message = new Message("label", []) { File = new Attachment(file, "label.pdf", "application/pdf") };
            var body = JsonSerializer.Serialize(message, MessageJson.Default.Message);
            await Outbox.Add(tx, new OutboxRow(Chat("7"), 1, nameof(Act.Say), null, null, body, Urgency.Interactive, file), ct);
        }, Ct);

        await floor.Deliver();

        floor.Messenger.Calls.ShouldHaveSingleItem().Content.ToArray().ShouldBe(pdf);
    }

    [Fact]
    public async Task a_restart_finds_what_was_not_sent()
    {
        await using var floor = await TinyShop.Open();
        await floor.Bot.Take(floor.Guest().Update(new Happening.Wrote("/start")), Ct);

        await floor.Restart();
        await floor.Deliver();

        floor.Guest().Sees("Menu");
    }

    [Fact]
    public async Task a_crash_between_sending_and_marking_repeats_one_message_of_a_chat_at_most_and_loses_none()
    {
        await using var floor = await TinyShop.Open();
        string[] chats = ["7", "8", "9"];
        foreach (var chat in chats) for (var n = 1; n <= 3; n++) await Say(floor, chat, n);
        var never = new TaskCompletionSource();
        floor.Messenger.Return = call => call.Message.Html.EndsWith("/2", StringComparison.Ordinal) ? never.Task : Task.CompletedTask;
        var dead = floor.Sender().Run(Ct);
        await Eventually.Holds(() => chats.All(chat => Texts(floor, chat).Count == 2));

        await floor.Restart();
        floor.Messenger.Return = _ => Task.CompletedTask;
        await floor.Deliver();

        foreach (var chat in chats) Texts(floor, chat).ShouldBe([$"{chat}/1", $"{chat}/2", $"{chat}/2", $"{chat}/3"]);
        dead.IsCompleted.ShouldBeFalse("It hangs in the call for ever, as a killed process does.");
    }

    [Fact]
    public async Task a_stop_waits_for_the_calls_that_are_on_their_way()
    {
        await using var floor = await TinyShop.Open();
        var slow = new TaskCompletionSource();
        floor.Messenger.Return = _ => slow.Task;
        using var stop = new CancellationTokenSource();
        var sender = floor.Sender().Run(stop.Token);
        await Say(floor, "7", 1);
        await Eventually.Holds(() => Texts(floor, "7").Count == 1);

        await stop.CancelAsync();
        sender.IsCompleted.ShouldBeFalse();
        slow.SetResult();
        await Eventually.Ends(sender);

        (await floor.Count("outbox where state = 'Sent'")).ShouldBe(1);
    }

    [Fact]
    public async Task bulk_is_paced_and_answers_pass_it_by()
    {
        await using var floor = await TinyShop.Open();
        for (var chat = 1; chat <= 5; chat++) await Say(floor, $"{chat}", 1, Urgency.Bulk);
        await using var sender = new Running(floor.Sender(new SenderOptions { BulkPerSecond = 2 }));
        await Eventually.Holds(() => floor.Messenger.Calls.Count == 2 && floor.Temp.Clock.NextTimer == floor.Temp.Clock.GetUtcNow().AddSeconds(1));

        await Say(floor, "99", 1);
        await Eventually.Holds(() => Texts(floor, "99").Count == 1);
        floor.Messenger.Calls.Count.ShouldBe(3);

        await Eventually.Holds(() =>
        {
            floor.Temp.Clock.Advance(TimeSpan.FromSeconds(0.1));
            return floor.Messenger.Calls.Count == 6;
        });
    }

    private static ChatKey Chat(string chat) => new(BotFloor<TinyDesk>.Id, chat);

    private static Task Say(BotFloor<TinyDesk> floor, string chat, long seq, Urgency urgency = Urgency.Interactive) =>
        Add(floor, new OutboxRow(Chat(chat), seq, nameof(Act.Say), null, null, Body($"{chat}/{seq}"), urgency, null));

    private static Task Add(BotFloor<TinyDesk> floor, OutboxRow row) => floor.Temp.Store.Write((tx, ct) => Outbox.Add(tx, row, ct), Ct);

    private static string Body(string text) => JsonSerializer.Serialize(new Message(text, []), MessageJson.Default.Message);

    private static List<string> Texts(BotFloor<TinyDesk> floor, string chat) => [.. floor.Messenger.In(chat).Select(shown => shown.Message.Html)];

    private static Task<DateTimeOffset?> NextDue(BotFloor<TinyDesk> floor) => floor.Temp.Store.Read((tx, ct) => Outbox.NextDue(tx, BotFloor<TinyDesk>.Id, ct), Ct);
}
