using System.Net;
using System.Net.Sockets;
using System.Text;
using Lavka.Channels.Telegram;
using Lavka.Kit;
using Lavka.Talk;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Channels.Telegram;

/// <summary>The hook behind a real Kestrel on a port of its own.</summary>
public sealed class TelegramWebhookTests : IAsyncLifetime
{
    private const string Secret = "s3cret_-";
    private const string Update = """{"update_id":1,"message":{"message_id":3,"from":{"id":7,"first_name":"Anna"},"chat":{"id":7,"type":"private"},"date":1772000000,"text":"{\"method\":\"sendMessage\"}"}}""";

    private readonly Kept _kept = new();
    private readonly HttpClient _http = new();
    private readonly WebApplication _app;

    public TelegramWebhookTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        new TelegramWebhook([new WebhookBot(new WebhookSecret(Secret), _kept.Intake("labels"))], TimeProvider.System).Map(_app);
    }

    public async ValueTask InitializeAsync()
    {
        await _app.StartAsync();
        _http.BaseAddress = new Uri(_app.Urls.Single());
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task a_committed_update_is_acknowledged_with_an_empty_body()
    {
        using var response = await Post(Update);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
        _kept.Offered.ShouldHaveSingleItem().What.ShouldBe(new Happening.Wrote("""{"method":"sendMessage"}""", "3"));
    }

    [Theory]
    [Covers("faults:F13")]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("s3cret")]
    [InlineData("S3cret_-")]
    [InlineData("s3cret_-,s3cret_-")]
    public async Task without_the_right_secret_nothing_is_read_and_nothing_is_logged(string? secret)
    {
        using var response = await Post(Update, secret: secret);

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        _kept.Offered.ShouldBeEmpty();
        _kept.Log.Lines.ShouldBeEmpty();
    }

    [Fact]
    [Covers("faults:F13")]
    public async Task a_wrong_secret_is_turned_away_while_the_body_has_not_even_arrived()
    {
        using var caller = new TcpClient();
        await caller.ConnectAsync(IPAddress.Loopback, _http.BaseAddress!.Port, TestContext.Current.CancellationToken);
        using var reader = new StreamReader(caller.GetStream());

        await caller.GetStream().WriteAsync(
            "POST /hooks/telegram/labels HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\nX-Telegram-Bot-Api-Secret-Token: wrong\r\n\r\n"u8.ToArray(),
            TestContext.Current.CancellationToken);

        (await Eventually.Ends(reader.ReadLineAsync(TestContext.Current.CancellationToken).AsTask())).ShouldBe("HTTP/1.1 401 Unauthorized");
    }

    [Fact]
    public async Task an_unknown_bot_is_not_found()
    {
        using var response = await Post(Update, bot: "flats");

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        _kept.Offered.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(TelegramWebhook.LargestBody, false, HttpStatusCode.OK)]
    [InlineData(TelegramWebhook.LargestBody + 1, false, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(TelegramWebhook.LargestBody, true, HttpStatusCode.OK)]
    [InlineData(TelegramWebhook.LargestBody + 1, true, HttpStatusCode.RequestEntityTooLarge)]
    public async Task above_128_KiB_it_is_too_large_with_and_without_a_length(int bytes, bool chunked, HttpStatusCode expected)
    {
        using var response = await Post(Update.PadRight(bytes), chunked: chunked);

        response.StatusCode.ShouldBe(expected);
        _kept.Offered.Count.ShouldBe(expected == HttpStatusCode.OK ? 1 : 0);
    }

    [Fact]
    public async Task what_the_store_could_not_take_comes_again_in_a_second()
    {
        _kept.Answer = (_, _) => Task.FromResult(Receipt.Later);

        using var response = await Post(Update);

        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        response.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(1));
        (await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Fact]
    public async Task an_exception_is_logged_without_the_message_and_the_update_comes_again()
    {
        _kept.Answer = (_, _) => throw new InvalidOperationException("disk full");

        using var response = await Post(Update);

        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        var line = _kept.Log.Lines.ShouldHaveSingleItem();
        line.ShouldContain("disk full");
        line.ShouldNotContain("sendMessage");
        line.ShouldNotContain("Anna");
    }

    [Fact]
    public async Task an_unreadable_update_is_put_aside_and_acknowledged()
    {
        using var response = await Post("""{"update_id":9,"message":5}""");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var poison = _kept.Buried.ShouldHaveSingleItem();
        (poison.UpdateId, Encoding.UTF8.GetString(poison.Update.Span)).ShouldBe((9L, """{"update_id":9,"message":5}"""));
    }

    [Fact]
    public async Task an_unreadable_update_that_could_not_be_put_aside_comes_again()
    {
        _kept.Burial = _ => throw new InvalidOperationException("disk full");

        using var response = await Post("not json");

        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    [Theory]
    [InlineData("")]
    [InlineData("with space")]
    [InlineData("пароль")]
    public void a_secret_that_telegram_would_refuse_is_a_mistake_of_the_settings(string secret) =>
        Should.Throw<ArgumentException>(() => new WebhookSecret(secret));

    private async Task<HttpResponseMessage> Post(string body, string? secret = Secret, string bot = "labels", bool chunked = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/hooks/telegram/{bot}") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (secret is not null) request.Headers.TryAddWithoutValidation(WebhookSecret.Header, secret);
        request.Headers.TransferEncodingChunked = chunked;
        return await _http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
