using Lavka.Bot;
using Lavka.Durable;
using Lavka.Kit;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Stored.Bot;

public sealed class TurnTests
{
    private readonly TinyShop _shop = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_press_moves_the_shop_the_chat_and_the_outbox_in_one_commit()
    {
        await using var floor = await TinyShop.Open(_shop);
        var anna = await floor.Guest().Writes("/start");
        (long Notes, long Rows, long Version)? inside = null;
        _shop.Opening = async (_, _) => inside = (await floor.Count("notes"), await floor.Count("outbox"), await Version(floor));

        await anna.Taps("To note");

        inside.ShouldBe((0, 1, 1), "Whoever reads meanwhile sees nothing of it.");
        anna.Sees("Help page");
        (await floor.Count("notes"), await Version(floor)).ShouldBe((1, 2));
    }

    [Fact]
    public async Task the_shop_meets_somebody_new_in_the_turn_that_hears_of_him_first_so_that_later_ones_need_only_read()
    {
        await using var floor = await TinyShop.Open(_shop);
        _shop.Opening = (desk, ct) => desk.Note("met", ct);

        var anna = await floor.Guest().Does(new Happening.Other("poll"));

        (await floor.Count("notes")).ShouldBe(1, "He asked for nothing, and yet it is known who he is.");
        await anna.Does(new Happening.Other("poll"));
        (await floor.Count("notes")).ShouldBe(1);
    }

    [Fact]
    public async Task a_dialog_that_needs_nothing_of_the_shop_never_looks_up_who_is_there()
    {
        await using var floor = await TinyShop.Open(_shop);
        var anna = await floor.Guest().Writes("/start");
        var opened = 0;
        _shop.Opening = (_, _) => Task.FromResult(opened++);

        await anna.Writes("/poll");
        await anna.Writes("Nothing");

        anna.Sees("Thanks for: Nothing");
        opened.ShouldBe(0);
    }

    [Fact]
    public async Task an_act_that_writes_is_tried_in_vain_only_once()
    {
        await using var floor = await TinyShop.Open(_shop);
        var (anna, bob) = (await floor.Guest().Writes("/start"), await floor.Guest("8").Writes("/start"));
        var tried = 0;
        floor.Temp.Store.WhenAsked(sql => tried += sql.StartsWith("insert into notes", StringComparison.Ordinal) ? 1 : 0);

        await anna.Taps("To note");
        tried.ShouldBe(2, "On a snapshot, where it was refused, and where it may be written.");
        await bob.Taps("To note");

        tried.ShouldBe(3);
        (await floor.Count("notes")).ShouldBe(2);
    }

    [Fact]
    public async Task an_act_that_only_reads_is_not_taken_for_the_dialog_of_its_name_that_writes()
    {
        await using var floor = await TinyShop.Open(_shop);
        var anna = await floor.Guest().Writes("/start");
        await anna.Taps("To form");
        foreach (var answer in new[] { "Astana", "12", "Main St." }) await anna.Writes(answer);
        await anna.Writes("/start");
        var read = 0;
        floor.Temp.Store.WhenAsked(sql => read += sql.StartsWith("select version, state", StringComparison.Ordinal) ? 1 : 0);

        await anna.Taps("To form");

        anna.Sees("City?");
        read.ShouldBe(0, "On a snapshot the chat is known; only a turn that writes reads it anew.");
    }

    [Theory]
    [InlineData("en", "This invoice is not accepted here. Nothing was charged.")]
    [InlineData("ru", "Этот счёт здесь не принимается. Деньги не списаны.")]
    public async Task a_payment_in_the_messenger_is_refused_at_once_whatever_its_chat_waits_for(string language, string why)
    {
        await using var floor = await TinyShop.Open(_shop);
        var anna = await new Guest<TinyDesk>(floor, "7") { Person = new Person("7", "Anna", "anna", language) }.Writes("/start");
        var free = new TaskCompletionSource();
        var isStuck = false;
        _shop.Stuck = () =>
        {
            isStuck = true;
            return free.Task;
        };
        var stuck = anna.Taps("To stuck");
        await Eventually.Holds(() => isStuck);

        var paying = floor.Bot.Take(anna.Update(new Happening.Checkout("pay")), Ct);

        floor.Messenger.Refusals.ShouldBe([("pay", why)]);
        paying.IsCompleted.ShouldBeFalse("It is counted in its turn, like all that he does.");
        free.SetResult();
        await stuck;
        (await paying).ShouldBe(Receipt.Taken);
    }

    [Fact]
    public async Task a_handler_that_throws_leaves_nothing_but_the_dead_letter_and_the_apology_and_the_chat_goes_on()
    {
        await using var floor = await TinyShop.Open(_shop);
        var anna = await floor.Guest().Writes("/start");

        await anna.Taps("To boom");

        (await floor.Count("notes")).ShouldBe(0);
        (await floor.DeadLetters()).ShouldHaveSingleItem().Error.ShouldContain("boom");
        anna.Sees("Something went wrong");
        await anna.Taps("To note");
        (await floor.Count("notes")).ShouldBe(1);
    }

    [Fact]
    public async Task an_answer_that_makes_the_shop_throw_leaves_the_form_as_it_was()
    {
        await using var floor = await TinyShop.Open(_shop);
        var anna = await floor.Guest().Writes("/start");
        await anna.Taps("To form");
        await anna.Writes("Boomtown");
        await anna.Taps("Skip");
        var before = (await floor.State()).Dialog!.ToJson();

        await anna.Writes("Main St.");

        anna.Sees("Something went wrong");
        (await floor.Count("notes")).ShouldBe(0);
        (await floor.State()).Dialog!.ToJson().ShouldBe(before);
        await anna.Writes("/back");
        anna.Sees("Flat?");
    }

    [Fact, Covers("shipping:A07")]
    public async Task an_update_delivered_ten_times_at_once_and_again_later_counts_once()
    {
        await using var floor = await TinyShop.Open(_shop);
        var anna = await floor.Guest().Writes("/start");
        var press = anna.Update(anna.Pressing("To note"));

        var receipts = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => floor.Bot.Take(press, Ct)));
        await floor.Deliver();
        var seen = anna.All;
        await floor.Restart();
        (await floor.Bot.Take(press, Ct)).ShouldBe(Receipt.Taken);
        await floor.Deliver();

        receipts.ShouldAllBe(receipt => receipt == Receipt.Taken);
        (await floor.Count("notes")).ShouldBe(1);
        anna.All.ShouldBe(seen);
    }

    [Fact]
    public async Task a_turn_that_finds_its_chat_changed_is_undone_and_run_again_on_what_the_other_left()
    {
        await using var floor = await TinyShop.Open(_shop);
        var anna = await floor.Guest().Writes("/start");
        var press = anna.Pressing("To note");
        var runs = 0;
        _shop.Opening = async (desk, ct) =>
        {
            // Another node saved the chat after this turn had read it.
            if (++runs == 1) await desk.Transaction.Sql("update chats set version = version + 1").Run(ct);
        };

        await anna.Does(press);

        runs.ShouldBe(2);
        (await floor.Count("notes")).ShouldBe(1);
        anna.Sees("Help page");
        (await floor.DeadLetters()).ShouldBeEmpty();
    }

    [Fact]
    public async Task when_the_store_takes_nothing_the_messenger_is_told_to_come_again_and_nothing_is_lost()
    {
        await using var floor = await TinyShop.Open(_shop);
        var anna = floor.Guest();
        var update = anna.Update(new Happening.Wrote("/start"));
        _shop.Opening = (_, _) => throw new StoreFault(StoreFaultKind.Full, "the disk is full");

        (await floor.Bot.Take(update, Ct)).ShouldBe(Receipt.Later);
        (await floor.DeadLetters()).ShouldBeEmpty();

        _shop.Opening = (_, _) => Task.CompletedTask;
        (await floor.Bot.Take(update, Ct)).ShouldBe(Receipt.Taken);
        await floor.Deliver();
        anna.Sees("Menu");
    }

    [Fact]
    public async Task a_turn_that_is_stopped_before_its_commit_never_happened_and_the_update_counts_when_it_comes_again()
    {
        await using var floor = await TinyShop.Open(_shop);
        var anna = await floor.Guest().Writes("/start");
        var press = anna.Update(anna.Pressing("To note"));
        using var stop = new CancellationTokenSource();
        _shop.Opening = async (_, ct) =>
        {
            await stop.CancelAsync();
            ct.ThrowIfCancellationRequested();
        };

        await Should.ThrowAsync<OperationCanceledException>(floor.Bot.Take(press, stop.Token));
        (await floor.Count("notes"), await floor.Count("dead_letters")).ShouldBe((0, 0));

        _shop.Opening = (_, _) => Task.CompletedTask;
        await floor.Bot.Take(press, Ct);
        (await floor.Count("notes")).ShouldBe(1);
    }

    [Fact]
    public async Task a_person_who_left_is_unreachable_until_he_comes_back()
    {
        await using var floor = await TinyShop.Open(_shop);
        var anna = await floor.Guest().Writes("/start");

        await anna.Does(new Happening.Left());
        (await floor.Count("chats where unreachable_since is not null")).ShouldBe(1);

        await anna.Does(new Happening.Returned());
        (await floor.Count("chats where unreachable_since is not null")).ShouldBe(0);
    }

    [Fact(Skip = "On SQLite there is one program.", SkipType = typeof(TestEngine), SkipUnless = nameof(TestEngine.IsPostgres)), Covers("faults:F14")]
    public async Task two_programs_that_take_many_updates_of_one_chat_at_once_put_none_aside()
    {
        await using var floor = await TinyShop.Open();
        await using var second = Store.Open(floor.Temp.Database, floor.Temp.Clock);
        var anna = floor.Guest();
        ShopBot<TinyDesk>[] bots = [floor.NewBot(floor.Temp.Store), floor.NewBot(second)];
        await bots[0].Take(anna.Update(new Happening.Wrote("/start")), Ct);

        var receipts = await Task.WhenAll(Enumerable.Range(0, 200).Select(update => Task.Run(() => bots[update % 2].Take(anna.Update(new Happening.Wrote("/help")), Ct), Ct)));

        // One that is left to be delivered again is no loss; one that is put aside is.
        (await floor.DeadLetters()).ShouldBeEmpty();
        receipts.Count(receipt => receipt is Receipt.Taken).ShouldBeGreaterThan(100);
        (await floor.State()).Seen.Count.ShouldBe(100);
    }

    private static Task<long> Version(BotFloor<TinyDesk> floor) =>
        floor.Temp.Store.Read(async (tx, ct) => (await Chats.Load(tx, new ChatKey(BotFloor<TinyDesk>.Id, "7"), ct))!.Version, Ct);
}
