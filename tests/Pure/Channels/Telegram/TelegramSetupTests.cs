using Lavka.Channels.Telegram;
using Lavka.Kit;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Channels.Telegram;

public class TelegramSetupTests
{
    private readonly FakeClock _clock = new();
    private readonly LogLines _log = new();

    [Fact]
    public async Task the_webhook_is_set_again_and_again_until_telegram_is_there()
    {
        var answers = new Queue<HttpResponseMessage>([RecordedBotApi.Answer(502, ""), RecordedBotApi.Answer(502, ""), RecordedBotApi.Ok("true")]);
        var server = new RecordedBotApi((_, _) => Task.FromResult(answers.Dequeue()));

        var setting = Setup(server).Webhook(new Uri("https://shop.example/"), new WebhookSecret("s3cret"), 40, TestContext.Current.CancellationToken);
        foreach (var seconds in new[] { 1, 2 })
        {
            await Eventually.Holds(() => _clock.NextTimer is not null);
            _clock.Advance(TimeSpan.FromSeconds(seconds));
        }
        await Eventually.Ends(setting);

        server.Calls.Select(call => call.Body).Distinct().ShouldHaveSingleItem().ShouldStartWith("""{"url":"https://shop.example/hooks/telegram/labels","secret_token":"s3cret",""");
        server.Calls.Count.ShouldBe(3);
        _log.Lines.ShouldBe(
        [
            "Warning Bot labels: setWebhook was not accepted and is tried again: HTTP 502 without a description",
            "Information Bot labels: setWebhook is accepted",
        ], ignoreOrder: false);
    }

    [Fact]
    public async Task the_menu_is_set_for_everybody_and_for_every_language()
    {
        var server = new RecordedBotApi(200, """{"ok":true,"result":true}""");

        await Setup(server).Menu([("start", new Text(ru: "Начать", en: "Begin"))], TestContext.Current.CancellationToken);

        server.Calls.Select(call => call.Body).ShouldBe(
        [
            """{"commands":[{"command":"start","description":"Начать"}]}""",
            """{"commands":[{"command":"start","description":"Начать"}],"language_code":"ru"}""",
            """{"commands":[{"command":"start","description":"Begin"}],"language_code":"en"}""",
        ], ignoreOrder: false);
    }

    private TelegramSetup Setup(RecordedBotApi server) => new("labels", server.Bot(), _clock, _log.For<TelegramSetup>());
}
