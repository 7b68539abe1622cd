using System.Diagnostics;
using Lavka.Bot;
using Lavka.Durable;
using Lavka.Kit;
using Lavka.Talk;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using Xunit;

namespace Lavka.Stored.Bot;

/// <summary>The limit on people where chats are really stored, by one program and by two that share a store.</summary>
public sealed class RateLimitTests
{
    private const string OneProgram = "On SQLite there is one program.";
    private const string Told = "That was too fast";

    private static readonly RateLimit Limit = new() { Exempt = new HashSet<string> { "1002" } };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact, Covers("vpn:S-05", "vpn:S-06")]
    public async Task the_twenty_first_is_not_heard_and_he_is_told_once_with_the_seconds_and_after_them_he_is_heard_again()
    {
        await using var floor = await TinyShop.Open();
        var ruled = new List<Ruling>();
        var bot = Bot(floor, floor.Temp.Store, ruled.Add);
        var anna = floor.Guest();
        for (var update = 0; update < 20; update++) await bot.Take(anna.Update(new Happening.Wrote("/start")), Ct);
        await floor.Deliver();
        var before = anna.Chat.Count;

        for (var update = 0; update < 30; update++) (await bot.Take(anna.Update(new Happening.Wrote("/help")), Ct)).ShouldBe(Receipt.Taken);
        await floor.Deliver();

        anna.Chat.Count.ShouldBe(before + 1);
        anna.Sees(Told, "more than 20 messages and taps within 60 s", "For the next 300 s I take nothing", "does not count");
        anna.All.ShouldNotContain("Help page");
        ruled.ShouldBe([.. Enumerable.Repeat(Ruling.Accepted, 20), Ruling.Bans, .. Enumerable.Repeat(Ruling.Rejected, 29)]);
        floor.Temp.Clock.Advance(TimeSpan.FromSeconds(300));
        await bot.Take(anna.Update(new Happening.Wrote("/help")), Ct);
        await floor.Deliver();
        anna.Sees("Help page");
    }

    [Fact, Covers("vpn:S-06")]
    public async Task he_is_told_in_his_language()
    {
        await using var floor = await TinyShop.Open();
        var bot = Bot(floor, floor.Temp.Store);
        var ivan = new Guest<TinyDesk>(floor, "8") { Person = new Person("8", "Иван", LanguageCode: "ru") };

        for (var update = 0; update < 21; update++) await bot.Take(ivan.Update(new Happening.Wrote("/start")), Ct);
        await floor.Deliver();

        ivan.Sees("Слишком быстро: больше 20 сообщений и нажатий за 60 с. Следующие 300 с я ничего не принимаю");
    }

    [Fact, Covers("vpn:S-06", "vpn:S-10")]
    public async Task who_is_banned_costs_no_handler_no_statement_and_hardly_any_time_and_his_presses_are_answered()
    {
        await using var floor = await TinyShop.Open();
        var store = Store.Open(floor.Temp.Database, floor.Temp.Clock);
        var bot = Bot(floor, store);
        var anna = floor.Guest();
        for (var update = 0; update < 21; update++) await bot.Take(anna.Update(new Happening.Wrote("/start")), Ct);
        // Whatever asks it from now on fails.
        await store.DisposeAsync();

        var presses = Enumerable.Range(0, 2000).Select(_ => anna.Update(new Happening.Pressed("/note", "q", null))).ToList();
        var times = new List<TimeSpan>();
        foreach (var press in presses)
        {
            var began = Stopwatch.GetTimestamp();
            (await bot.Take(press, Ct)).ShouldBe(Receipt.Taken);
            times.Add(Stopwatch.GetElapsedTime(began));
        }

        times.Order().ElementAt(times.Count * 95 / 100).ShouldBeLessThan(TimeSpan.FromMilliseconds(2));
        floor.Messenger.Notes.ShouldBe(Enumerable.Repeat<string?>(null, presses.Count));
        (await floor.Count("notes")).ShouldBe(0);
    }

    [Fact, Covers("vpn:S-09")]
    public async Task payments_and_people_who_leave_are_heard_in_a_ban_and_everything_counts()
    {
        await using var floor = await TinyShop.Open();
        var ruled = new List<Ruling>();
        var bot = Bot(floor, floor.Temp.Store, ruled.Add);
        var anna = floor.Guest();
        Happening[] kinds =
        [
            new Happening.Wrote("hi"), new Happening.Pressed("/help", "q", null), new Happening.Sent("photo", null, null, "album"), new Happening.Contact("+1", "Anna", true),
            new Happening.Place(1, 2), new Happening.Edited("m1"), new Happening.Other("inline_query"), new Happening.Checkout("pay"), new Happening.Left(),
            new Happening.Returned(),
        ];
        foreach (var kind in kinds.Concat(kinds)) await bot.Take(anna.Update(kind), Ct);
        ruled.ShouldAllBe(ruling => ruling == Ruling.Accepted);

        foreach (var kind in kinds) await bot.Take(anna.Update(kind), Ct);

        ruled.Skip(20).ShouldBe([Ruling.Bans, .. Enumerable.Repeat(Ruling.Rejected, 6), .. Enumerable.Repeat(Ruling.Accepted, 3)]);
    }

    [Fact, Covers("vpn:S-07")]
    public async Task the_owner_is_never_limited_and_neither_is_a_group()
    {
        await using var floor = await TinyShop.Open();
        var ruled = new List<Ruling>();
        var bot = Bot(floor, floor.Temp.Store, ruled.Add);
        var owner = floor.Guest("1002");

        for (var update = 0; update < 50; update++) await bot.Take(owner.Update(new Happening.Wrote("/start")), Ct);
        for (var update = 0; update < 50; update++) await bot.Take(floor.Guest().Update(new Happening.Other("group")) with { Chat = "-100" }, Ct);

        ruled.ShouldBe(Enumerable.Repeat(Ruling.Accepted, 100));
        (await floor.State("1002")).Tempo.ShouldBeNull();
    }

    [Fact, Covers("vpn:S-05")]
    public async Task an_update_that_comes_again_counts_once_and_one_that_fails_counts()
    {
        await using var floor = await TinyShop.Open();
        var ruled = new List<Ruling>();
        var bot = Bot(floor, floor.Temp.Store, ruled.Add);
        var anna = floor.Guest();
        var first = anna.Update(new Happening.Pressed("/boom", "q", null));

        for (var delivery = 0; delivery < 30; delivery++) await bot.Take(first, Ct);
        for (var update = 0; update < 20; update++) await bot.Take(anna.Update(new Happening.Pressed("/boom", "q", null)), Ct);

        ruled.ShouldBe([.. Enumerable.Repeat(Ruling.Accepted, 20), Ruling.Bans]);
    }

    [Fact, Covers("vpn:S-05", "vpn:S-06", "vpn:S-08")]
    public async Task two_programs_that_take_sixty_updates_at_once_accept_twenty_of_them_together_and_he_is_told_once()
    {
        await using var floor = await TinyShop.Open();
        await using var second = TestEngine.IsPostgres ? Store.Open(floor.Temp.Database, floor.Temp.Clock) : null;
        var anna = floor.Guest();
        var ruled = new System.Collections.Concurrent.ConcurrentQueue<Ruling>();
        ShopBot<TinyDesk>[] bots = [Bot(floor, floor.Temp.Store, ruled.Enqueue), Bot(floor, second ?? floor.Temp.Store, ruled.Enqueue)];
        await bots[0].Take(anna.Update(new Happening.Wrote("/start")), Ct);

        var receipts = await Task.WhenAll(Enumerable.Range(0, 59).Select(update => Task.Run(() => Until(bots[update % 2], anna.Update(new Happening.Pressed("/note", "q", null))), Ct)));

        receipts.ShouldAllBe(receipt => receipt == Receipt.Taken);
        (await floor.Count("notes")).ShouldBe(19);
        (ruled.Count(ruling => ruling is Ruling.Accepted), ruled.Count(ruling => ruling is Ruling.Bans)).ShouldBe((20, 1));
        await floor.Deliver();
        anna.Chat.Count(shown => shown.Message.Html.Contains(Told, StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact(Skip = OneProgram, SkipType = typeof(TestEngine), SkipUnless = nameof(TestEngine.IsPostgres)), Covers("vpn:S-08")]
    public async Task a_node_whose_clock_is_minutes_ahead_gives_nobody_more_and_bans_nobody_longer()
    {
        await using var floor = await TinyShop.Open();
        var ahead = new FakeClock(floor.Temp.Clock.GetUtcNow().AddMinutes(7));
        await using var second = Store.Open(floor.Temp.Database, ahead);
        var ruled = new List<Ruling>();
        ShopBot<TinyDesk>[] bots = [Bot(floor, floor.Temp.Store, ruled.Add), Bot(floor, second, ruled.Add)];
        var anna = floor.Guest();

        for (var update = 0; update < 22; update++) await bots[update % 2].Take(anna.Update(new Happening.Wrote("/start")), Ct);
        ruled.Skip(20).ShouldBe([Ruling.Bans, Ruling.Rejected]);

        // Both looked at the server's clock at their own moment of this test, which took less than the rest of the ban.
        foreach (var clock in new[] { floor.Temp.Clock, ahead }) clock.Advance(TimeSpan.FromSeconds(200));
        await bots[1].Take(anna.Update(new Happening.Wrote("/start")), Ct);
        ruled[^1].ShouldBe(Ruling.Rejected);
        foreach (var clock in new[] { floor.Temp.Clock, ahead }) clock.Advance(TimeSpan.FromSeconds(200));
        await bots[0].Take(anna.Update(new Happening.Wrote("/start")), Ct);
        ruled[^1].ShouldBe(Ruling.Accepted);
    }

    [Fact, Covers("vpn:S-11")]
    public async Task bans_are_listed_can_be_lifted_and_are_forgotten()
    {
        await using var floor = await TinyShop.Open();
        var ruled = new List<Ruling>();
        var bot = Bot(floor, floor.Temp.Store, ruled.Add);
        var (anna, ben) = (floor.Guest("7"), floor.Guest("8"));
        for (var update = 0; update < 21; update++) await bot.Take(anna.Update(new Happening.Wrote("/start")), Ct);
        floor.Temp.Clock.Advance(TimeSpan.FromSeconds(100));
        for (var update = 0; update < 21; update++) await bot.Take(ben.Update(new Happening.Wrote("/start")), Ct);

        var bans = await bot.Bans(Ct);

        bans.Select(ban => (ban.Chat.Chat, ban.Until - ban.Since)).ShouldBe([("8", Limit.Ban), ("7", Limit.Ban)]);
        (await bot.Lift("7", Ct)).ShouldBeTrue();
        (await bot.Lift("7", Ct)).ShouldBeFalse();
        (await bot.Bans(Ct)).ShouldHaveSingleItem().Chat.Chat.ShouldBe("8");
        await bot.Take(anna.Update(new Happening.Wrote("/help")), Ct);
        ruled[^1].ShouldBe(Ruling.Accepted);
        floor.Temp.Clock.Advance(TimeSpan.FromSeconds(300));
        (await bot.Bans(Ct)).ShouldBeEmpty();
        await floor.Temp.Store.Write((tx, ct) => Ban.Prune(tx, DateTimeOffset.MaxValue, 10, ct), Ct);
        (await floor.Count("bans")).ShouldBe(0);
    }

    [Fact(Skip = OneProgram, SkipType = typeof(TestEngine), SkipUnless = nameof(TestEngine.IsPostgres)), Covers("vpn:S-08", "vpn:S-11")]
    public async Task a_ban_that_is_lifted_at_one_node_is_over_at_the_others()
    {
        await using var floor = await TinyShop.Open();
        await using var second = Store.Open(floor.Temp.Database, floor.Temp.Clock);
        await using var node = new Node(second, floor.Temp.Clock, NullLogger<Node>.Instance);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var running = node.Run(stop.Token);
        var ruled = new List<Ruling>();
        var (bot, other) = (Bot(floor, floor.Temp.Store), Bot(floor, second, ruled.Add));
        var anna = floor.Guest();
        for (var update = 0; update < 22; update++) await other.Take(anna.Update(new Happening.Wrote("/start")), Ct);
        ruled[^1].ShouldBe(Ruling.Rejected);
        await Listening(floor);

        (await bot.Lift("7", Ct)).ShouldBeTrue();

        await Eventually.Holds(async () =>
        {
            await other.Take(anna.Update(new Happening.Edited("m")), Ct);
            return ruled[^1] is Ruling.Accepted;
        });
        await stop.CancelAsync();
        await Eventually.Ends(running);
    }

    private static Task Listening(BotFloor<TinyDesk> floor) =>
        Eventually.Holds(async () => await floor.Count("pg_stat_activity where datname = current_database() and query = 'listen lavka_news'") == 1);

    /// <summary>As a messenger does: what was not taken comes again.</summary>
    private static async Task<Receipt> Until(ShopBot<TinyDesk> bot, Inbound update)
    {
        while (await bot.Take(update, Ct) is Receipt.Later)
        {
        }
        return Receipt.Taken;
    }

    private static ShopBot<TinyDesk> Bot(BotFloor<TinyDesk> floor, Store store, Action<Ruling>? ruled = null) => floor.NewBot(store, Limit, ruled);
}
