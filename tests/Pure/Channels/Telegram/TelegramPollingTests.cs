using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Lavka.Channels.Telegram;
using Lavka.Kit;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Channels.Telegram;

public sealed class TelegramPollingTests : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly FakeClock _clock = new();
    private readonly Kept _kept = new();
    private readonly Queue<string> _batches = [];
    private readonly ConcurrentQueue<long?> _offsets = [];
    private readonly RecordedBotApi _server;
    private string _webhook = "";
    private Task _polling = Task.CompletedTask;

    public TelegramPollingTests() => _server = new RecordedBotApi(Answer);

    [Fact]
    public async Task updates_are_taken_and_acknowledged_by_the_next_call()
    {
        Serve(Batch(Text(5, 1), Text(6, 2)));

        await Polled(2);

        _kept.Ids.ShouldBe(["5", "6"], ignoreOrder: true);
        _offsets.ShouldBe([null, 7], ignoreOrder: false);
    }

    [Fact]
    public async Task the_offset_stops_below_the_first_update_that_was_not_taken()
    {
        var busy = true;
        _kept.Answer = (update, _) => Task.FromResult(update.Id is "6" && busy ? Receipt.Later : Receipt.Taken);
        Serve(Batch(Text(5, 1), Text(6, 2), Text(7, 3)), Batch(Text(6, 2), Text(7, 3), Text(8, 4)));

        Start();
        await Paused();
        _offsets.ShouldBe([null], ignoreOrder: false);
        busy = false;
        _clock.Advance(TimeSpan.FromSeconds(1));
        await Polled(3);

        _offsets.ShouldBe([null, 6, 9], ignoreOrder: false);
        _kept.Ids.ShouldBe(["5", "6", "7", "6", "8"], ignoreOrder: true);
    }

    [Fact]
    public async Task a_chat_is_served_in_order_and_only_up_to_its_first_update_that_was_not_taken()
    {
        _kept.Answer = (update, _) => Task.FromResult(update.Id is "5" ? Receipt.Later : Receipt.Taken);
        Serve(Batch(Text(5, 1), Text(6, 1), Text(7, 1)), Batch(Text(5, 1), Text(6, 1), Text(7, 1)));

        Start();
        await Paused();
        _kept.Ids.ShouldBe(["5"]);
        _kept.Answer = (_, _) => Task.FromResult(Receipt.Taken);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await Polled(3);

        _kept.Ids.ShouldBe(["5", "5", "6", "7"], ignoreOrder: false);
        _offsets.ShouldBe([null, 5, 8], ignoreOrder: false);
    }

    [Fact]
    public async Task chats_do_not_wait_for_one_another()
    {
        var slow = new TaskCompletionSource<Receipt>();
        _kept.Answer = (update, _) => update.Chat is "1" ? slow.Task : Task.FromResult(Receipt.Taken);
        Serve(Batch(Text(5, 1), Text(6, 2), Text(7, 1)));

        Start();
        await Eventually.Holds(() => _kept.Offered.Count == 2);
        _kept.Ids.ShouldBe(["5", "6"], ignoreOrder: true);
        _offsets.Count.ShouldBe(1);
        slow.SetResult(Receipt.Taken);
        await Polled(2);

        _offsets.ShouldBe([null, 8], ignoreOrder: false);
    }

    [Fact]
    public async Task an_exception_counts_as_not_taken()
    {
        _kept.Answer = (_, _) => throw new InvalidOperationException("disk full");
        Serve(Batch(Text(5, 1)), Batch(Text(5, 1)));

        Start();
        await Paused();
        _clock.Advance(TimeSpan.FromSeconds(1));
        await Polled(2);

        _offsets.ShouldBe([null, 5], ignoreOrder: false);
    }

    [Fact]
    public async Task an_unreadable_update_is_put_aside_and_holds_nobody_up()
    {
        Serve(Batch("""{"update_id":5,"message":7}""", Text(6, 1)));

        await Polled(2);

        _kept.Buried.ShouldHaveSingleItem().UpdateId.ShouldBe(5);
        _kept.Ids.ShouldBe(["6"]);
        _offsets.ShouldBe([null, 7], ignoreOrder: false);
    }

    [Fact]
    public async Task after_a_quiet_week_ids_may_begin_anywhere()
    {
        Serve(Batch(Text(900, 1)), Batch(Text(5, 1)));

        await Polled(3);

        _kept.Ids.ShouldBe(["900", "5"], ignoreOrder: false);
        _offsets.ShouldBe([null, 901, 6], ignoreOrder: false);
    }

    [Fact]
    public async Task pauses_grow_to_thirty_seconds_and_begin_anew_after_a_success()
    {
        Serve([.. Enumerable.Repeat("502 down", 7), Batch(), "502 down"]);
        Start();

        foreach (var seconds in new[] { 1, 2, 4, 8, 16, 30, 30, 1 })
        {
            await Paused();
            (_clock.NextTimer - _clock.GetUtcNow()).ShouldBe(TimeSpan.FromSeconds(seconds));
            _clock.Advance(TimeSpan.FromSeconds(seconds));
        }
    }

    [Fact]
    public async Task telegram_decides_how_long_the_pause_is_when_it_says_so()
    {
        Serve("""429 {"ok":false,"error_code":429,"description":"Too Many Requests: retry after 17","parameters":{"retry_after":17}}""");
        Start();

        await Paused();
        (_clock.NextTimer - _clock.GetUtcNow()).ShouldBe(TimeSpan.FromSeconds(17));
    }

    [Theory]
    [InlineData("""409 {"ok":false,"error_code":409,"description":"Conflict: terminated by other getUpdates request"}""", "Another program polls this bot with the same token")]
    [InlineData("""409 {"ok":false,"error_code":409,"description":"Conflict: can't use getUpdates method while webhook is active"}""", "Somebody set a webhook for this bot")]
    [InlineData("""401 {"ok":false,"error_code":401,"description":"Unauthorized"}""", "The token is wrong or was revoked")]
    public async Task what_the_operator_must_mend_is_said_clearly_and_without_the_token(string answer, string sentence)
    {
        Serve(answer);
        Start();

        await Paused();
        _kept.Log.Lines.ShouldContain(line => line.Contains(sentence, StringComparison.Ordinal));
        _kept.Log.Lines.ShouldNotContain(line => line.Contains(RecordedBotApi.Token, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "getWebhookInfo,getUpdates")]
    [InlineData("https://old", "getWebhookInfo,deleteWebhook,getUpdates")]
    public async Task a_webhook_is_removed_only_when_there_is_one_and_nothing_waiting_is_dropped(string webhook, string calls)
    {
        _webhook = webhook;

        await Polled(1);

        string.Join(',', _server.Calls.Select(call => call.Method)).ShouldBe(calls);
        foreach (var call in _server.Calls.Where(call => call.Method is "deleteWebhook")) call.Body.ShouldBe("""{"drop_pending_updates":false}""");
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _polling.ContinueWith(_ => { }, TestContext.Current.CancellationToken, TaskContinuationOptions.None, TaskScheduler.Default);
        _stop.Dispose();
        _server.Dispose();
    }

    private static string Text(long id, long chat) =>
        $$$"""{"update_id":{{{id}}},"message":{"message_id":1,"from":{"id":{{{chat}}}},"chat":{"id":{{{chat}}},"type":"private"},"date":1772000000,"text":"x"}}""";

    private static string Batch(params string[] updates) => $$"""200 {"ok":true,"result":[{{string.Join(',', updates)}}]}""";

    private void Serve(params string[] answers)
    {
        foreach (var answer in answers) _batches.Enqueue(answer);
    }

    private void Start() => _polling = new TelegramPolling(_server.Bot(), _kept.Intake("labels"), _clock, _kept.Log.For<TelegramPolling>()).Run(_stop.Token);

    private async Task Polled(int times)
    {
        if (_polling.IsCompleted) Start();
        await Eventually.Holds(() => _offsets.Count >= times);
    }

    private Task Paused() => Eventually.Holds(() => _clock.NextTimer is not null);

    // Answers come as "status body"; when none is left, the long poll stays open.
    private async Task<HttpResponseMessage> Answer(RecordedBotApi.Call call, CancellationToken ct)
    {
        if (call.Method is "getWebhookInfo") return RecordedBotApi.Ok($$"""{"url":"{{_webhook}}","pending_update_count":0}""");
        if (call.Method is not "getUpdates") return RecordedBotApi.Ok("true");
        using var body = JsonDocument.Parse(call.Body);
        _offsets.Enqueue(body.RootElement.TryGetProperty("offset", out var offset) ? offset.GetInt64() : null);
        if (!_batches.TryDequeue(out var answer)) await Task.Delay(Timeout.InfiniteTimeSpan, ct);
        return RecordedBotApi.Answer(int.Parse(answer![..3], CultureInfo.InvariantCulture), answer[4..]);
    }
}
