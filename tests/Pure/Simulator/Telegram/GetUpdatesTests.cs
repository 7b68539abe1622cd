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

    private static async Task<IReadOnlyList<long>> Ids(TestSimulator simulator, string arguments) =>
        [.. (await simulator.Call("getUpdates", arguments)).Result.AsArray().Select(update => (long)update!["update_id"]!)];
}
