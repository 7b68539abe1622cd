using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Simulator.Telegram;

public sealed class GetUpdatesTests
{
    private const long First = 500_000_001;

    [Fact]
    public async Task updates_stay_until_a_higher_offset_confirms_them()
    {
        var clock = new FakeClock();
        await using var simulator = await TestSimulator.Start(clock);
        foreach (var text in (string[])["a", "b", "c"])
            await simulator.Says(TestSimulator.Anna, text);
        (await Ids(simulator, """{"limit":2}""")).ShouldBe([First, First + 1]);
        clock.Advance(TimeSpan.FromSeconds(5));
        (await Ids(simulator, "{}")).ShouldBe([First, First + 1, First + 2]);
        (await Ids(simulator, $$"""{"offset":{{First + 2}}}""")).ShouldBe([First + 2]);
        (await Ids(simulator, $$"""{"offset":{{First}}}""")).ShouldBe([First + 2]);
    }

    [Fact]
    public async Task a_negative_offset_counts_from_the_end_and_forgets_the_rest()
    {
        await using var simulator = await TestSimulator.Start();
        foreach (var text in (string[])["a", "b", "c"])
            await simulator.Says(TestSimulator.Anna, text);
        (await Ids(simulator, """{"offset":-1}""")).ShouldBe([First + 2]);
        (await simulator.Pending()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task a_poll_waits_for_the_first_update()
    {
        await using var simulator = await TestSimulator.Start();
        var poll = Ids(simulator, """{"timeout":50}""");
        await simulator.Says(TestSimulator.Anna, "a");
        (await Eventually.Ends(poll)).ShouldBe([First]);
    }

    [Fact]
    public async Task a_poll_without_updates_ends_at_its_time()
    {
        var clock = new FakeClock();
        await using var simulator = await TestSimulator.Start(clock);
        var poll = Ids(simulator, """{"timeout":20}""");
        await Eventually.Holds(() => clock.NextTimer is not null);
        clock.Advance(TimeSpan.FromSeconds(20));
        (await Eventually.Ends(poll)).ShouldBeEmpty();
    }

    [Fact]
    public async Task a_newer_poll_ends_the_older()
    {
        var clock = new FakeClock();
        await using var simulator = await TestSimulator.Start(clock);
        var older = simulator.Call("getUpdates", """{"timeout":50}""");
        await Eventually.Holds(() => clock.NextTimer is not null);
        var newer = simulator.Call("getUpdates", """{"timeout":50}""");
        (await Eventually.Ends(older)).ShouldBeRefused(
            409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running");
        await simulator.Says(TestSimulator.Anna, "a");
        (await Eventually.Ends(newer)).Result.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task a_webhook_ends_the_poll_and_keeps_others_from_polling()
    {
        var clock = new FakeClock();
        await using var webhook = await TestWebhook.Start();
        await using var simulator = await TestSimulator.Start(clock);
        var poll = simulator.Call("getUpdates", """{"timeout":50}""");
        await Eventually.Holds(() => clock.NextTimer is not null);
        await simulator.Call("setWebhook", $$"""{"url":"{{webhook.Url}}"}""");
        (await Eventually.Ends(poll)).ShouldBeRefused(409, "Conflict: terminated by setWebhook request");
        clock.Advance(TimeSpan.FromSeconds(5));
        (await simulator.Call("getUpdates")).ShouldBeRefused(
            409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
    }

    [Fact]
    public async Task an_omitted_list_of_kinds_keeps_the_one_before()
    {
        await using var simulator = await TestSimulator.Start();
        await simulator.Call("getUpdates", """{"allowed_updates":["callback_query"],"offset":1}""");
        await simulator.Call("getUpdates", """{"offset":2}""");
        await simulator.Says(TestSimulator.Anna, "unheard");
        (await simulator.Pending()).ShouldBeEmpty();
        await simulator.Call("getUpdates", """{"allowed_updates":[],"offset":3}""");
        await simulator.Says(TestSimulator.Anna, "heard");
        (await simulator.Pending()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task kinds_outside_the_default_set_are_made_only_when_asked_for()
    {
        await using var simulator = await TestSimulator.Start();
        const string update = """{"bot":700,"update":{"chat_member":{"from":{"id":5},"chat":{"id":6}}}}""";
        ((int)(await simulator.Send(HttpMethod.Post, "/sim/updates", update)).Status).ShouldBe(400);
        await simulator.Call("getUpdates", """{"allowed_updates":["chat_member"]}""");
        ((int)(await simulator.Send(HttpMethod.Post, "/sim/updates", update)).Status).ShouldBe(200);
    }

    [Fact]
    public async Task an_update_of_the_tests_own_making_keeps_its_number_and_introduces_its_sender()
    {
        await using var simulator = await TestSimulator.Start();
        await simulator.Send(
            HttpMethod.Post,
            "/sim/updates",
            """{"bot":700,"update":{"update_id":7,"message":{"message_id":1,"date":1900000000,"chat":{"id":5,"type":"private"},"from":{"id":5},"text":"hi"}}}""");
        await simulator.Says(TestSimulator.Anna, "next");
        (await Ids(simulator, "{}")).ShouldBe([7, 8]);
        (await simulator.Call("sendMessage", """{"chat_id":5,"text":"hello"}""")).Result["chat"]!["id"]!.GetValue<long>().ShouldBe(5);
    }

    [Fact]
    public async Task the_same_offset_again_within_three_seconds_waits_three_and_within_half_a_second_gives_one()
    {
        var clock = new FakeClock();
        await using var simulator = await TestSimulator.Start(clock);
        await simulator.Says(TestSimulator.Anna, "a");
        await simulator.Says(TestSimulator.Anna, "b");
        (await Ids(simulator, "{}")).Count.ShouldBe(2);
        (await Ids(simulator, "{}")).Count.ShouldBe(1);
        clock.Advance(TimeSpan.FromSeconds(1));
        (await Ids(simulator, "{}")).Count.ShouldBe(2);
        (await Ids(simulator, $$"""{"offset":{{First + 2}}}""")).ShouldBeEmpty();
        var again = Ids(simulator, $$"""{"offset":{{First + 2}}}""");
        await Eventually.Holds(() => clock.NextTimer == clock.GetUtcNow().AddSeconds(3));
        clock.Advance(TimeSpan.FromSeconds(3));
        (await Eventually.Ends(again)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("0", 1)]
    [InlineData("-5", 1)]
    [InlineData("3", 3)]
    [InlineData("1000", 100)]
    public async Task a_limit_is_1_to_100(string limit, int given)
    {
        await using var simulator = await TestSimulator.Start();
        for (var n = 0; n < 101; n++)
            await simulator.Says(TestSimulator.Anna, "x");
        (await Ids(simulator, $$"""{"limit":{{limit}}}""")).Count.ShouldBe(given);
    }

    [Fact]
    public async Task a_poll_lasts_50_seconds_at_most()
    {
        var clock = new FakeClock();
        await using var simulator = await TestSimulator.Start(clock);
        var poll = Ids(simulator, """{"timeout":3600}""");
        await Eventually.Holds(() => clock.NextTimer == clock.GetUtcNow().AddSeconds(50));
        clock.Advance(TimeSpan.FromSeconds(50));
        (await Eventually.Ends(poll)).ShouldBeEmpty();
    }

    [Fact]
    public async Task an_answer_ends_below_4_MiB()
    {
        await using var simulator = await TestSimulator.Start();
        var big = new string('x', 60_000);
        for (var n = 0; n < 80; n++)
            await simulator.Send(HttpMethod.Post, "/sim/updates", $$$$$"""{"bot":700,"update":{"message":{"date":1900000000,"chat":{"id":5},"from":{"id":5},"text":"{{{{{big}}}}}"}}}""");
        (await Ids(simulator, "{}")).Count.ShouldBe(69);
    }

    [Fact]
    public async Task an_update_above_64_KiB_is_never_made()
    {
        await using var simulator = await TestSimulator.Start();
        var big = new string('x', 1 << 16);
        var answer = await simulator.Send(
            HttpMethod.Post, "/sim/updates", $$$$$"""{"bot":700,"update":{"message":{"date":1900000000,"chat":{"id":5},"from":{"id":5},"text":"{{{{{big}}}}}"}}}""");
        ((int)answer.Status).ShouldBe(400);
        (await simulator.Pending()).ShouldBeEmpty();
    }

    [Fact]
    public async Task of_several_conflicts_within_three_seconds_the_later_ones_are_held_for_three()
    {
        var clock = new FakeClock();
        await using var webhook = await TestWebhook.Start();
        await using var simulator = await TestSimulator.Start(clock);
        await simulator.Call("setWebhook", $$"""{"url":"{{webhook.Url}}"}""");
        const string active = "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";
        (await simulator.Call("getUpdates")).ShouldBeRefused(409, active);
        var held = simulator.Call("getUpdates");
        await Eventually.Holds(() => clock.NextTimer == clock.GetUtcNow().AddSeconds(3));
        clock.Advance(TimeSpan.FromSeconds(3));
        (await Eventually.Ends(held)).ShouldBeRefused(409, active);
    }

    [Fact]
    public async Task after_a_quiet_week_numbers_begin_anew_and_an_offset_of_the_old_row_forgets_nothing()
    {
        var clock = new FakeClock();
        await using var simulator = await TestSimulator.Start(clock);
        await simulator.Says(TestSimulator.Anna, "a");
        await Ids(simulator, $$"""{"offset":{{First + 1}}}""");
        clock.Advance(TimeSpan.FromDays(7) + TimeSpan.FromSeconds(1));
        await simulator.Says(TestSimulator.Anna, "b");
        var anew = (await Ids(simulator, $$"""{"offset":{{First + 1}}}""")).ShouldHaveSingleItem();
        anew.ShouldBeLessThan(First);
        (await Ids(simulator, $$"""{"offset":{{anew + 1}}}""")).ShouldBeEmpty();
        await simulator.Says(TestSimulator.Anna, "c");
        (await Ids(simulator, "{}")).ShouldBe([anew + 1]);
    }

    [Fact]
    public async Task numbers_begin_anew_on_request_once_nothing_is_on_its_way()
    {
        await using var simulator = await TestSimulator.Start();
        await simulator.Says(TestSimulator.Anna, "a");
        await simulator.Send(HttpMethod.Post, "/sim/updates/renumber?bot=700", "");
        await simulator.Says(TestSimulator.Anna, "b");
        (await Ids(simulator, "{}")).ShouldBe([First, First + 1]);
        await Ids(simulator, $$"""{"offset":{{First + 2}}}""");
        await simulator.Says(TestSimulator.Anna, "c");
        (await Ids(simulator, "{}")).ShouldHaveSingleItem().ShouldBeLessThan(First);
    }

    [Theory]
    [InlineData("message", 24 * 3600)]
    [InlineData("edited_message", 24 * 3600)]
    [InlineData("callback_query", 150)]
    [InlineData("shipping_query", 150)]
    [InlineData("pre_checkout_query", 150)]
    [InlineData("inline_query", 30)]
    [InlineData("chosen_inline_result", 600)]
    [InlineData("my_chat_member", 24 * 3600)]
    public async Task an_update_is_kept_as_long_as_its_kind_is_worth_it(string kind, int seconds)
    {
        var clock = new FakeClock();
        await using var simulator = await TestSimulator.Start(clock);
        var date = clock.GetUtcNow().ToUnixTimeSeconds();
        await simulator.Send(
            HttpMethod.Post, "/sim/updates", $$$$$"""{"bot":700,"update":{"{{{{{kind}}}}}":{"id":"1","date":{{{{{date}}}}},"chat":{"id":5},"from":{"id":5}}}}""");
        clock.Advance(TimeSpan.FromSeconds(seconds));
        (await Ids(simulator, "{}")).Count.ShouldBe(1);
        clock.Advance(TimeSpan.FromSeconds(4));
        (await Ids(simulator, "{}")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("message", 5)]
    [InlineData("edited_message", 5)]
    [InlineData("inline_query", 6 + (1L << 33))]
    [InlineData("chosen_inline_result", 6 + (2L << 33))]
    [InlineData("callback_query", 6 + (3L << 33))]
    [InlineData("shipping_query", 6 + (4L << 33))]
    [InlineData("pre_checkout_query", 6 + (4L << 33))]
    [InlineData("my_chat_member", 5 + (5L << 33))]
    [InlineData("chat_member", 6 + (6L << 33))]
    public async Task an_update_waits_in_the_queue_of_its_kind(string kind, long queue)
    {
        await using var simulator = await TestSimulator.Start();
        await simulator.Call("getUpdates", $$"""{"allowed_updates":["{{kind}}"]}""");
        await simulator.Send(
            HttpMethod.Post, "/sim/updates", $$$$$"""{"bot":700,"update":{"{{{{{kind}}}}}":{"id":"1","date":1900000000,"chat":{"id":5},"from":{"id":6}}}}""");
        ((long)(await simulator.Pending())[0]!["queue"]!).ShouldBe(queue);
    }

    private static async Task<IReadOnlyList<long>> Ids(TestSimulator simulator, string arguments) =>
        [.. (await simulator.Call("getUpdates", arguments)).Result.AsArray().Select(update => (long)update!["update_id"]!)];
}
