using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Lavka.Channels.Telegram;
using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Channels.Telegram;

public class BotApiTests
{
    private static readonly SendMessage Hello = new(7, "hello", null);

    [Fact]
    public async Task a_method_is_posted_to_the_bots_address_and_its_result_comes_back()
    {
        var server = new RecordedBotApi(200, """{"ok":true,"result":{"message_id":5,"date":1,"chat":{"id":7,"type":"private"},"text":"hello"}}""");

        var answer = await server.Bot().Send(Hello, TestContext.Current.CancellationToken);

        answer.ShouldBe(new Answer<SentMessage>.Ok(new SentMessage(5)));
        server.Calls.ShouldHaveSingleItem().Address.ShouldBe("http://bot.api/bot42:secret-part/sendMessage");
        server.Calls.Single().ContentType.ShouldBe("application/json");
    }

    public static TheoryData<int, string, Fault> Faults => new()
    {
        { 429, """{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 17","parameters":{"retry_after":17}}""", new Fault.TooManyCalls("Too Many Requests: retry after 17", TimeSpan.FromSeconds(17)) },
        { 429, "<html>slow down</html>", new Fault.TooManyCalls("HTTP 429 without a description", TimeSpan.FromSeconds(1)) },
        { 400, """{"ok":false,"error_code":400,"description":"Bad Request: chat not found"}""", new Fault.Invalid("Bad Request: chat not found") },
        { 413, "", new Fault.Invalid("HTTP 413 without a description") },
        { 401, """{"ok":false,"error_code":401,"description":"Unauthorized"}""", new Fault.Unauthorized("Unauthorized") },
        { 404, """{"ok":false,"error_code":404,"description":"Not Found"}""", new Fault.Unauthorized("Not Found") },
        { 403, """{"ok":false,"error_code":403,"description":"Forbidden: bot was blocked by the user"}""", new Fault.Forbidden("Forbidden: bot was blocked by the user") },
        { 409, """{"ok":false,"error_code":409,"description":"Conflict: terminated by other getUpdates request"}""", new Fault.Conflict("Conflict: terminated by other getUpdates request") },
        { 500, """{"ok":false,"error_code":500,"description":"Internal Server Error"}""", new Fault.Broken("Internal Server Error") },
        { 502, "<html>Bad Gateway</html>", new Fault.Broken("HTTP 502 without a description") },
        { 504, "", new Fault.Unanswered("HTTP 504 without a description") },
        { 200, "<html>a portal</html>", new Fault.Unanswered("HTTP 200 with an answer that is none of the Bot API's") },
        { 200, """{"ok":true,"result":null}""", new Fault.Unanswered("HTTP 200 with an answer that is none of the Bot API's") },
        { 302, "", new Fault.Unanswered("HTTP 302 with an answer that is none of the Bot API's") },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task every_kind_of_fault_is_told_apart(int status, string body, Fault expected) =>
        (await new RecordedBotApi(status, body).Bot().Send(Hello, TestContext.Current.CancellationToken)).ShouldBe(new Answer<SentMessage>.Failed(expected));

    [Fact]
    public async Task a_call_without_a_connection_was_certainly_not_made()
    {
        using var http = TelegramHttp.NewClient();
        var nobody = new BotApi(http, new Uri($"http://127.0.0.1:{FreePort()}"), new BotToken(RecordedBotApi.Token), TimeProvider.System);

        var answer = await nobody.Send(Hello, TestContext.Current.CancellationToken);

        Failed<Fault.NotSent>(answer).Why.ShouldBe("ConnectionError: ConnectionRefused");
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("", true)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"ok\":", false)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"ok\":", true)]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7\r\n{\"ok\":", false)]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7\r\n{\"ok\":", true)]
    public async Task a_connection_that_breaks_after_sending_leaves_the_outcome_unknown(string answered, bool isReset)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var http = TelegramHttp.NewClient();
        var bot = new BotApi(http, new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}"), new BotToken(RecordedBotApi.Token), TimeProvider.System);

        var sending = bot.Send(Hello, TestContext.Current.CancellationToken);
        using (var connection = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken))
        {
            (await connection.GetStream().ReadAsync(new byte[4096], TestContext.Current.CancellationToken)).ShouldBeGreaterThan(0);
            await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes(answered), TestContext.Current.CancellationToken);
            if (isReset) connection.LingerState = new LingerOption(enable: true, seconds: 0);
        }

        Failed<Fault.Unanswered>(await Eventually.Ends(sending));
    }

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, true)]
    public async Task an_answer_is_waited_for_ten_seconds(int seconds, bool given)
    {
        var clock = new FakeClock();
        var server = new RecordedBotApi(async (_, ct) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, ct);
            return RecordedBotApi.Ok("true");
        });

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var sending = server.Bot(clock).Send(Hello, stop.Token);
        await Eventually.Holds(() => !server.Calls.IsEmpty);
        clock.Advance(TimeSpan.FromSeconds(seconds));

        if (given) Failed<Fault.Unanswered>(await Eventually.Ends(sending)).Why.ShouldBe("no answer in time");
        else sending.IsCompleted.ShouldBeFalse();
        await stop.CancelAsync();
    }

    [Fact]
    public void a_long_poll_is_waited_for_ten_seconds_longer_than_it_lasts() =>
        (new GetUpdates(null).TimeLimit, new GetUpdates(null).Timeout).ShouldBe((TimeSpan.FromSeconds(60), 50));

    [Fact]
    public async Task the_callers_own_cancellation_is_an_exception()
    {
        using var stop = new CancellationTokenSource();
        var server = new RecordedBotApi(async (_, ct) =>
        {
            await stop.CancelAsync();
            ct.ThrowIfCancellationRequested();
            return RecordedBotApi.Ok("true");
        });

        await Should.ThrowAsync<OperationCanceledException>(() => server.Bot().Send(Hello, stop.Token));
    }

    [Fact]
    public void no_token_and_no_secret_is_shown_by_anything_that_holds_one()
    {
        var token = new BotToken(RecordedBotApi.Token);
        var secret = new WebhookSecret("hush-hush");

        $"{token}".ShouldBe("bot 42");
        $"{new RecordedBotApi(200, "").Bot()}".ShouldBe("bot 42");
        $"{secret} {new SetWebhook("https://shop", secret, 40)}".ShouldNotContain("hush");
        Should.Throw<ArgumentException>(() => new BotToken("42:secret part")).Message.ShouldNotContain("secret part");
    }

    [Fact]
    public async Task no_trace_sees_the_address_that_holds_the_token()
    {
        var seen = new ConcurrentQueue<string?>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => seen.Enqueue(string.Join(' ', activity.TagObjects.Select(tag => tag.Value))),
        };
        ActivitySource.AddActivityListener(listener);
        using var http = TelegramHttp.NewClient();

        await new BotApi(http, new Uri($"http://127.0.0.1:{FreePort()}"), new BotToken(RecordedBotApi.Token), TimeProvider.System)
            .Send(Hello, TestContext.Current.CancellationToken);

        seen.ShouldNotContain(tags => tags!.Contains(RecordedBotApi.Token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task the_setup_methods_go_out_exactly_so()
    {
        var server = new RecordedBotApi((call, _) => Task.FromResult(RecordedBotApi.Ok(call.Method switch
        {
            "getMe" => """{"id":42,"is_bot":true,"first_name":"Labels","username":"labels_bot"}""",
            "getWebhookInfo" => """{"url":"","has_custom_certificate":false,"pending_update_count":3}""",
            "getUpdates" => "[]",
            _ => "true",
        })));
        var bot = server.Bot();
        var ct = TestContext.Current.CancellationToken;

        (await bot.Send(new GetMe(), ct)).ShouldBe(new Answer<BotAccount>.Ok(new BotAccount(42, "labels_bot")));
        (await bot.Send(new GetWebhookInfo(), ct)).ShouldBe(new Answer<WebhookInfo>.Ok(new WebhookInfo("", 3)));
        (await bot.Send(new SetWebhook("https://shop/hooks/telegram/labels", new WebhookSecret("s3cret"), 40), ct)).ShouldBe(new Answer<bool>.Ok(true));
        await bot.Send(new DeleteWebhook(), ct);
        (await bot.Send(new GetUpdates(null), ct)).ShouldBeOfType<Answer<JsonElement>.Ok>().Result.GetArrayLength().ShouldBe(0);
        await bot.Send(new GetUpdates(9), ct);
        await bot.Send(new SetMyCommands([new BotCommand("start", "Начать")], null), ct);
        await bot.Send(new SetMyCommands([new BotCommand("start", "Begin")], "en"), ct);
        await bot.Send(new SendChatAction(7, "typing"), ct);
        await bot.Send(new DeleteMessage(7, 5), ct);

        server.Calls.Select(call => call.Method + " " + call.Body).ShouldBe(
        [
            "getMe {}",
            "getWebhookInfo {}",
            """setWebhook {"url":"https://shop/hooks/telegram/labels","secret_token":"s3cret","max_connections":40,"allowed_updates":["message","edited_message","callback_query","my_chat_member","pre_checkout_query"],"drop_pending_updates":false}""",
            """deleteWebhook {"drop_pending_updates":false}""",
            """getUpdates {"limit":100,"timeout":50,"allowed_updates":["message","edited_message","callback_query","my_chat_member","pre_checkout_query"]}""",
            """getUpdates {"offset":9,"limit":100,"timeout":50,"allowed_updates":["message","edited_message","callback_query","my_chat_member","pre_checkout_query"]}""",
            """setMyCommands {"commands":[{"command":"start","description":"Начать"}]}""",
            """setMyCommands {"commands":[{"command":"start","description":"Begin"}],"language_code":"en"}""",
            """sendChatAction {"chat_id":7,"action":"typing"}""",
            """deleteMessage {"chat_id":7,"message_id":5}""",
        ], ignoreOrder: false);
    }

    private static TFault Failed<TFault>(Answer<SentMessage> answer) where TFault : Fault =>
        answer.ShouldBeOfType<Answer<SentMessage>.Failed>().Fault.ShouldBeOfType<TFault>();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
