using Lavka.Durable;
using Lavka.Kit;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Stored.Bot;

public sealed class DialogWorkTests
{
    private const int Patience = 3;

    private readonly TinyShop _shop = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task the_result_takes_the_place_of_the_progress_and_the_form_goes_on()
    {
        await using var floor = await TinyShop.Open(_shop);
        var anna = await Asked(floor);
        anna.Sees("One moment", "[❌ Cancel]");
        var messages = anna.Chat.Count;

        await floor.WorkAndDeliver();

        anna.Sees("Is it this?", "[Yes: answer to weather]");
        anna.Chat.Count.ShouldBe(messages);
        await anna.Taps("Yes");
        anna.Sees("Chosen: answer to weather");
    }

    [Fact]
    public async Task a_work_that_fails_is_repeated_with_the_same_key_until_it_succeeds()
    {
        await using var floor = await TinyShop.Open(_shop);
        var succeed = _shop.Answer;
        _shop.Answer = _ => throw new HttpRequestException("503");
        var anna = await Asked(floor);
        await floor.WorkAndDeliver();
        anna.Sees("One moment");
        _shop.Answer = succeed;

        floor.Temp.Clock.Advance(WorkerOptions.PauseAfter(1));
        await floor.WorkAndDeliver();

        anna.Sees("Is it this?");
        _shop.Keys.Count.ShouldBe(2);
        _shop.Keys.Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task after_three_failures_the_person_decides_and_trying_again_is_a_new_work()
    {
        await using var floor = await TinyShop.Open(_shop);
        var succeed = _shop.Answer;
        _shop.Answer = _ => throw new HttpRequestException("503");
        var anna = await Asked(floor);
        for (var attempt = 1; attempt <= Patience; attempt++)
        {
            anna.Sees("One moment");
            await floor.WorkAndDeliver();
            floor.Temp.Clock.Advance(WorkerOptions.PauseAfter(attempt));
        }
        anna.Sees("It took too long", "[🔄 Try again]", "[✏️ Back to the data]", "[❌ Cancel]");
        _shop.Answer = succeed;

        await anna.Taps("Try again");
        anna.Sees("One moment");
        await floor.WorkAndDeliver();

        anna.Sees("Is it this?");
        _shop.Keys.Take(Patience).Distinct().ShouldHaveSingleItem();
        _shop.Keys.Last().ShouldNotBe(_shop.Keys.First());
        (await floor.Count("jobs where done_at is null")).ShouldBe(0);
    }

    [Fact]
    public async Task a_refusal_is_told_and_not_repeated()
    {
        await using var floor = await TinyShop.Open(_shop);
        _shop.Answer = _ => Task.FromResult<Found<string>>(new Found<string>.Refused(Text.Literal("Nobody knows")));
        var anna = await Asked(floor);

        await floor.WorkAndDeliver();

        anna.Sees("Nobody knows", "[🔄 Try again]");
        _shop.Keys.Count.ShouldBe(1);
    }

    [Fact]
    public async Task whoever_asks_anew_gets_a_work_of_its_own()
    {
        await using var floor = await TinyShop.Open(_shop);
        var anna = await Asked(floor);
        await floor.WorkAndDeliver();
        _shop.Answer = _ => Task.FromResult<Found<string>>(new Found<string>.Value("better"));

        await anna.Taps("Ask anew");
        await floor.WorkAndDeliver();

        anna.Sees("[Yes: better]");
        _shop.Keys.Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task a_chat_that_waits_stays_answerable_and_a_result_that_comes_too_late_is_dropped()
    {
        await using var floor = await TinyShop.Open(_shop);
        var late = new TaskCompletionSource<Found<string>>();
        _shop.Answer = _ => late.Task;
        var anna = await Asked(floor);
        var work = floor.Work();
        await Eventually.Holds(() => _shop.Keys.Count == 1);

        await anna.Writes("are you there?");
        anna.Sees("One moment: the result is on its way");
        await anna.Taps("Cancel");
        await anna.Taps("Yes, stop");
        late.SetResult(new Found<string>.Value("too late"));
        await work;
        await floor.Deliver();

        anna.Sees("Menu");
        (await floor.State()).Dialog.ShouldBeNull();
        (await floor.Count("jobs where state = 'Done'")).ShouldBe(1);
    }

    [Fact, Covers("shipping:A17")]
    public async Task a_work_that_hangs_holds_up_nobody_else()
    {
        await using var floor = await TinyShop.Open(_shop);
        var never = new TaskCompletionSource<Found<string>>();
        var succeed = _shop.Answer;
        _shop.Answer = asked => asked == "weather" ? never.Task : succeed(asked);
        await Asked(floor);
        var work = floor.Work();
        await Eventually.Holds(() => _shop.Keys.Count == 1);

        var boris = floor.Guest("8");
        await boris.Writes("/start");
        await boris.Taps("To ask");
        await boris.Writes("time");
        await Eventually.Holds(async () =>
        {
            await floor.Deliver();
            return boris.Seen.Contains("answer to time", StringComparison.Ordinal);
        });

        never.SetResult(new Found<string>.Value("at last"));
        await work;
    }

    [Fact]
    public async Task a_work_whose_process_died_is_done_again_with_the_same_key_and_counts_once()
    {
        await using var floor = await TinyShop.Open(_shop);
        var never = new TaskCompletionSource<Found<string>>();
        var succeed = _shop.Answer;
        _shop.Answer = _ => never.Task;
        var anna = await Asked(floor);
        var dead = Task.Run(floor.Work, Ct);
        await Eventually.Holds(() => _shop.Keys.Count == 1);

        await floor.Restart();
        _shop.Answer = succeed;
        await floor.WorkAndDeliver();
        anna.Sees("Is it this?");
        never.SetResult(new Found<string>.Value("from beyond"));
        await dead;
        await floor.Deliver();

        anna.Sees("[Yes: answer to weather]");
        _shop.Keys.Distinct().ShouldHaveSingleItem();
    }

    private static async Task<Guest<TinyDesk>> Asked(BotFloor<TinyDesk> floor)
    {
        var anna = await floor.Guest().Writes("/start");
        await anna.Taps("To ask");
        return await anna.Writes("weather");
    }
}
