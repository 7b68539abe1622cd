using Lavka.Durable;
using Lavka.Kit;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Stored.Bot;

public sealed class TakeoverTests
{
    private readonly TinyShop _shop = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact, Covers("faults:F27")]
    public async Task taken_over_while_a_handler_is_running_the_bot_is_silent_at_once_and_resumes_in_the_right_step()
    {
        await using var floor = await TinyShop.Open(_shop);
        var anna = await floor.Guest().Writes("/start");
        await anna.Taps("To form");
        await anna.Writes("Riga");
        var runs = new TaskCompletionSource();
        var free = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _shop.Opening = (_, _) =>
        {
            runs.TrySetResult();
            return free.Task;
        };
        var running = floor.Bot.Take(anna.Update(anna.Pressing("Skip")), Ct);
        await Eventually.Ends(runs.Task);

        (await floor.Bot.TakeOver("7", "olga", Ct)).ShouldBeTrue();
        free.SetResult();
        (await Eventually.Ends(running)).ShouldBe(Receipt.Taken);
        await floor.Deliver();

        anna.Note.ShouldBe("A member of our staff is talking with you now. Just write here.");
        anna.All.ShouldNotContain("Street?");
        anna.Buttons.ShouldBeEmpty();
        var said = anna.Chat.Count;
        await anna.Writes("Hello, is anybody there?");
        await anna.Writes("/start");
        await anna.Does(new Happening.Sent("photo", new Media("photo", "f1"), "my parcel"));
        anna.Chat.Count.ShouldBe(said);
        await floor.Bot.Say("7", new View(Text.Literal("Olga here")), Ct);
        await floor.Deliver();
        anna.Sees("Olga here");

        await floor.Restart();
        await floor.Bot.GiveBack("7", Ct);
        await floor.Deliver();

        anna.Sees("Flat?", "[⏭️ Skip]");
        await anna.Taps("Skip");
        await anna.Writes("Brivibas 1");
        anna.Sees("Noted: Riga, Brivibas 1, no flat");
        var heard = await floor.Temp.Store.Read((tx, ct) => Overheard.Latest(tx, new ChatKey(BotFloor<TinyDesk>.Id, "7"), 10, ct), Ct);
        heard.Select(one => one.Text).ShouldBe(["Hello, is anybody there?", "/start", "[photo] my parcel"]);
    }

    [Fact, Covers("faults:F27")]
    public async Task a_result_that_comes_meanwhile_is_kept_and_shown_when_the_chat_is_given_back()
    {
        await using var floor = await TinyShop.Open(_shop);
        var anna = await floor.Guest().Writes("/start");
        await anna.Taps("To ask");
        await anna.Writes("weather");
        await floor.Bot.TakeOver("7", "olga", Ct);
        await floor.Deliver();
        var seen = anna.All;

        await floor.WorkAndDeliver();
        anna.All.ShouldBe(seen);
        await floor.Bot.GiveBack("7", Ct);
        await floor.Deliver();

        anna.Sees("Is it this?", "[Yes: answer to weather]");
    }

    [Fact]
    public async Task no_deadline_passes_while_an_operator_has_the_chat()
    {
        await using var floor = await TinyShop.Open(_shop);
        var anna = await floor.Guest().Writes("/start");
        await anna.Taps("To slow");
        await floor.Bot.TakeOver("7", "olga", Ct);
        await floor.Deliver();
        var seen = anna.All;

        for (var day = 0; day < 3; day++)
        {
            floor.Temp.Clock.Advance(TimeSpan.FromDays(1));
            await floor.WorkAndDeliver();
        }
        anna.All.ShouldBe(seen);
        await floor.Bot.GiveBack("7", Ct);
        floor.Temp.Clock.Advance(TimeSpan.FromHours(1));
        await floor.WorkAndDeliver();

        anna.Sees("You have not finished", "First?");
    }

    [Fact]
    public async Task whom_the_operator_gives_back_has_the_whole_time_again()
    {
        await using var floor = await TinyShop.Open(_shop);
        var anna = await floor.Guest().Writes("/start");
        await anna.Taps("To slow");
        await floor.Bot.TakeOver("7", "olga", Ct);
        await Pass(floor, minutes: 60);
        floor.Temp.Clock.Advance(TimeSpan.FromMinutes(50));
        await floor.Bot.GiveBack("7", Ct);

        await Pass(floor, minutes: 59);
        anna.Seen.ShouldNotContain("You have not finished");
        await Pass(floor, minutes: 1);

        anna.Sees("You have not finished", "First?");
    }

    [Fact]
    public async Task a_chat_that_somebody_has_is_not_taken_by_another_and_giving_back_what_nobody_has_says_nothing()
    {
        await using var floor = await TinyShop.Open(_shop);
        var anna = await floor.Guest().Writes("/start");

        (await floor.Bot.TakeOver("7", "olga", Ct)).ShouldBeTrue();
        (await floor.Bot.TakeOver("7", "olga", Ct)).ShouldBeTrue();
        (await floor.Bot.TakeOver("7", "ivan", Ct)).ShouldBeFalse();
        await floor.Bot.GiveBack("7", Ct);
        await floor.Deliver();
        anna.Sees("Menu", "[To form]");
        var seen = anna.All;
        await floor.Bot.GiveBack("7", Ct);
        await floor.Deliver();

        anna.All.ShouldBe(seen);
    }

    private static async Task Pass(BotFloor<TinyDesk> floor, int minutes)
    {
        floor.Temp.Clock.Advance(TimeSpan.FromMinutes(minutes));
        await floor.WorkAndDeliver();
    }
}
