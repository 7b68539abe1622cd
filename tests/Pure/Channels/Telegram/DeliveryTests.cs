using Lavka.Channels.Telegram;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Channels.Telegram;

/// <summary>Telegram's own sentences and what the outbox is told.</summary>
public class DeliveryTests
{
    public static TheoryData<int, string, Delivery> Sentences => new()
    {
        { 400, "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message", new Delivery.Sent("5") },
        { 400, "Bad Request: message to edit not found", new Delivery.Gone("Bad Request: message to edit not found") },
        { 400, "Bad Request: message can't be edited", new Delivery.Gone("Bad Request: message can't be edited") },
        { 400, "Bad Request: can't parse entities: Unsupported start tag", new Delivery.Refused("Bad Request: can't parse entities: Unsupported start tag") },
        { 400, "Bad Request: message is too long", new Delivery.Refused("Bad Request: message is too long") },
        { 400, "Bad Request: BUTTON_DATA_INVALID", new Delivery.Refused("Bad Request: BUTTON_DATA_INVALID") },
        { 400, "Bad Request: chat not found", new Delivery.Unreachable("Bad Request: chat not found") },
        { 400, "Bad Request: PEER_ID_INVALID", new Delivery.Unreachable("Bad Request: PEER_ID_INVALID") },
        { 403, "Forbidden: bot was blocked by the user", new Delivery.Unreachable("Forbidden: bot was blocked by the user") },
        { 403, "Forbidden: user is deactivated", new Delivery.Unreachable("Forbidden: user is deactivated") },
        { 403, "Forbidden: bot can't initiate conversation with a user", new Delivery.Unreachable("Forbidden: bot can't initiate conversation with a user") },
        { 401, "Unauthorized", new Delivery.Failed("Unauthorized") },
        { 404, "Not Found", new Delivery.Failed("Not Found") },
        { 500, "Internal Server Error", new Delivery.Failed("Internal Server Error") },
        { 504, "Gateway Timeout", new Delivery.Unknown("Gateway Timeout") },
    };

    [Theory]
    [MemberData(nameof(Sentences))]
    public async Task each_refusal_of_an_edit_has_its_own_treatment(int status, string description, Delivery expected)
    {
        var server = new RecordedBotApi(status, $$"""{"ok":false,"error_code":{{status}},"description":"{{description}}"}""");
        foreach (var act in new[] { Act.Replace, Act.Strip })
            (await Delivered(server, act)).ShouldBe(expected);
    }

    [Fact]
    public async Task too_many_calls_silence_the_bot_for_as_long_as_telegram_says() =>
        (await Delivered(new RecordedBotApi(429, """{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 35","parameters":{"retry_after":35}}"""), Act.Say))
            .ShouldBe(new Delivery.Wait(TimeSpan.FromSeconds(35)));

    [Fact]
    public async Task a_broken_connection_after_sending_may_have_delivered() =>
        (await Delivered(new RecordedBotApi((_, _) => throw new HttpRequestException(HttpRequestError.ResponseEnded)), Act.Say))
            .ShouldBe(new Delivery.Unknown("ResponseEnded"));

    [Fact]
    public async Task no_connection_at_all_is_to_be_tried_again()
    {
        using var http = new HttpClient(new NoNetwork());
        var channel = new TelegramChannel(new BotApi(http, BotApi.Telegram, new BotToken(RecordedBotApi.Token), TimeProvider.System));

        (await channel.Deliver(new Dispatch("7", Act.Say, new Message("x", []), null, default), TestContext.Current.CancellationToken))
            .ShouldBe(new Delivery.Failed("NameResolutionError"));
    }

    private static Task<Delivery> Delivered(RecordedBotApi server, Act act) => new TelegramChannel(server.Bot())
        .Deliver(new Dispatch("7", act, new Message("x", []), act is Act.Say ? null : "5", default), TestContext.Current.CancellationToken);

    private sealed class NoNetwork : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new HttpRequestException(HttpRequestError.NameResolutionError);
    }
}
