using System.Net.Http.Headers;
using System.Text;
using Lavka.Channels.Telegram;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Channels.Telegram;

public sealed class TelegramChannelTests : IDisposable
{
    private readonly RecordedBotApi _server = new(200, """{"ok":true,"result":{"message_id":5}}""");

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task a_message_goes_out_as_html_without_previews() =>
        (await Sent(Say(new Message("<b>Привет</b> &amp; 👋", [])))).ShouldBe(
            """sendMessage {"chat_id":7,"text":"<b>Привет</b> &amp; \uD83D\uDC4B","parse_mode":"HTML","link_preview_options":{"is_disabled":true}}""");

    [Fact]
    public async Task rows_become_an_inline_keyboard_and_long_labels_stay_whole()
    {
        var label = "USPS Priority Mail — " + new string('ж', 200);
        var message = new Message("Which?", [[new Key(label, "/rate/12", null), new Key("B", "@2", null)], [new Key("Site", null, "https://shop?a=1&b=2")]]);

        (await Sent(Say(message))).ShouldBe(
            """sendMessage {"chat_id":7,"text":"Which?","reply_markup":{"inline_keyboard":[[{"text":"LABEL","callback_data":"/rate/12"},{"text":"B","callback_data":"@2"}],[{"text":"Site","url":"https://shop?a=1&b=2"}]]},"parse_mode":"HTML","link_preview_options":{"is_disabled":true}}"""
                .Replace("LABEL", label, StringComparison.Ordinal));
    }

    [Fact]
    public async Task a_question_invites_a_reply_with_its_sample() =>
        (await Sent(Say(new Message("Name?", []) { AwaitsText = true, Placeholder = "Ivan" }))).ShouldBe(
            """sendMessage {"chat_id":7,"text":"Name?","reply_markup":{"force_reply":true,"input_field_placeholder":"Ivan"},"parse_mode":"HTML","link_preview_options":{"is_disabled":true}}""");

    [Fact]
    public async Task a_sample_is_at_most_64_characters_and_no_character_is_torn()
    {
        var family = "👨‍👩‍👧‍👦";
        var sent = await Sent(Say(new Message("Who?", []) { AwaitsText = true, Placeholder = new string('a', 60) + family }));

        sent.ShouldContain($"\"input_field_placeholder\":\"{new string('a', 60)}…\"");
    }

    [Fact]
    public async Task a_question_with_buttons_shows_the_buttons() =>
        (await Sent(Say(new Message("Name?", [[new Key("Back", "@b", null)]]) { AwaitsText = true }))).ShouldNotContain("force_reply");

    [Theory]
    [InlineData(Wanted.Contact, "request_contact")]
    [InlineData(Wanted.Place, "request_location")]
    public async Task a_wish_puts_its_button_in_the_place_of_the_keyboard_above_the_others(Wanted wanted, string asks) =>
        (await Sent(Say(new Message("Where?", [[new Key("Skip", "d1.s", null), new Key("Site", null, "https://shop")]]) { Wants = wanted, WantsLabel = "Send it", Placeholder = "+7" }))).ShouldBe(
            """sendMessage {"chat_id":7,"text":"Where?","reply_markup":{"input_field_placeholder":"+7","keyboard":[[{"text":"Send it","ASKS":true}],[{"text":"Skip"}]],"resize_keyboard":true,"one_time_keyboard":true,"is_persistent":false},"parse_mode":"HTML","link_preview_options":{"is_disabled":true}}"""
                .Replace("ASKS", asks, StringComparison.Ordinal));

    [Fact]
    public async Task the_end_of_a_wish_takes_the_buttons_in_the_place_of_the_keyboard_away() =>
        (await Sent(Say(new Message("✅", []) { EndsWish = true }))).ShouldContain("\"reply_markup\":{\"remove_keyboard\":true}");

    [Fact]
    public async Task a_message_that_held_a_secret_is_deleted()
    {
        var server = new RecordedBotApi(200, """{"ok":true,"result":true}""");
        (await new TelegramChannel(server.Bot()).Deliver(Erasing, TestContext.Current.CancellationToken)).ShouldBe(new Delivery.Sent("5"));
        server.Calls.ShouldHaveSingleItem().ShouldSatisfyAllConditions(call => call.Method.ShouldBe("deleteMessage"), call => call.Body.ShouldBe("""{"chat_id":7,"message_id":5}"""));
    }

    [Theory]
    [InlineData(400, "Bad Request: message can't be deleted", typeof(Delivery.Sent))]
    [InlineData(400, "Bad Request: message can't be deleted for everyone", typeof(Delivery.Sent))]
    [InlineData(400, "Bad Request: message to delete not found", typeof(Delivery.Sent))]
    [InlineData(400, "Bad Request: something else", typeof(Delivery.Refused))]
    [InlineData(403, "Forbidden: bot was blocked by the user", typeof(Delivery.Unreachable))]
    [InlineData(500, "Internal Server Error", typeof(Delivery.Failed))]
    public async Task a_message_that_is_gone_or_kept_by_telegram_counts_as_erased(int status, string description, Type expected)
    {
        var server = new RecordedBotApi(status, $$"""{"ok":false,"error_code":{{status}},"description":"{{description}}"}""");
        (await new TelegramChannel(server.Bot()).Deliver(Erasing, TestContext.Current.CancellationToken)).ShouldBeOfType(expected);
    }

    private static Dispatch Erasing => new("7", Act.Erase, new Message("", []), "5", default);

    [Fact]
    public async Task replacing_edits_text_and_buttons() =>
        (await Sent(new Dispatch("7", Act.Replace, new Message("New", [[new Key("A", "@1", null)]]), "5", default))).ShouldBe(
            """editMessageText {"chat_id":7,"message_id":5,"text":"New","reply_markup":{"inline_keyboard":[[{"text":"A","callback_data":"@1"}]]},"parse_mode":"HTML","link_preview_options":{"is_disabled":true}}""");

    [Fact]
    public async Task replacing_by_a_question_has_no_invitation_because_telegram_refuses_one_there() =>
        (await Sent(new Dispatch("7", Act.Replace, new Message("Name?", []) { AwaitsText = true }, "5", default))).ShouldBe(
            """editMessageText {"chat_id":7,"message_id":5,"text":"Name?","parse_mode":"HTML","link_preview_options":{"is_disabled":true}}""");

    [Fact]
    public async Task replacing_a_message_with_a_file_edits_its_caption() =>
        (await Sent(new Dispatch("7", Act.Replace, new Message("Printed", []) { File = Label }, "5", default))).ShouldBe(
            """editMessageCaption {"chat_id":7,"message_id":5,"caption":"Printed","parse_mode":"HTML"}""");

    [Fact]
    public async Task stripping_takes_the_buttons_off() =>
        (await Sent(new Dispatch("7", Act.Strip, new Message("", []), "5", default))).ShouldBe("""editMessageReplyMarkup {"chat_id":7,"message_id":5}""");

    [Fact]
    public async Task an_answer_to_a_press_has_a_note_or_none_and_never_fails()
    {
        var channel = new TelegramChannel(new RecordedBotApi(400, """{"ok":false,"error_code":400,"description":"Bad Request: query is too old"}""").Bot());
        await channel.Answer("q1", null, TestContext.Current.CancellationToken);

        var ours = new TelegramChannel(_server.Bot());
        await ours.Answer("q1", null, TestContext.Current.CancellationToken);
        await ours.Answer("q2", new string('я', 201), TestContext.Current.CancellationToken);

        _server.Calls.Select(call => call.Body).ShouldBe(
            ["""{"callback_query_id":"q1"}""", $$"""{"callback_query_id":"q2","text":"{{new string('я', 199)}}…"}"""], ignoreOrder: false);
    }

    [Fact]
    public async Task a_file_goes_out_as_a_document_with_its_name_its_caption_and_its_bytes()
    {
        var message = new Message("<b>Label</b>", [[new Key("Again", "/again", null)]]) { File = Label };

        (await SentForm(Say(message, "%PDF-1.7"u8.ToArray()))).ShouldBe(
            """
            sendDocument
            --#
            Content-Type: text/plain; charset=utf-8
            Content-Disposition: form-data; name=chat_id

            7
            --#
            Content-Type: text/plain; charset=utf-8
            Content-Disposition: form-data; name=caption

            <b>Label</b>
            --#
            Content-Type: text/plain; charset=utf-8
            Content-Disposition: form-data; name=parse_mode

            HTML
            --#
            Content-Type: text/plain; charset=utf-8
            Content-Disposition: form-data; name=reply_markup

            {"inline_keyboard":[[{"text":"Again","callback_data":"/again"}]]}
            --#
            Content-Type: application/pdf
            Content-Disposition: form-data; name="document"; filename="Этикетка _1_.pdf"

            %PDF-1.7
            --#--

            """, StringCompareShould.IgnoreLineEndings);
    }

    [Theory]
    [InlineData("image/png", 9, "sendPhoto")]
    [InlineData("image/jpeg", 10 * 1024 * 1024, "sendPhoto")]
    [InlineData("image/jpeg", (10 * 1024 * 1024) + 1, "sendDocument")]
    [InlineData("image/svg+xml", 9, "sendDocument")]
    [InlineData("text/csv", 9, "sendDocument")]
    public async Task a_picture_that_telegram_can_show_goes_out_as_a_photo(string mediaType, int bytes, string method)
    {
        var form = await SentForm(Say(new Message("", []) { File = new Attachment("f1", "a", mediaType) }, new byte[bytes]));

        form.ShouldStartWith(method);
        form.ShouldNotContain("caption");
        form.ShouldContain(method is "sendPhoto" ? "name=\"photo\"; filename=\"a\"" : "name=\"document\"; filename=\"a\"");
    }

    [Fact]
    public async Task a_file_that_telegram_has_is_sent_by_its_id()
    {
        await _server.Bot().Send(new SendPhoto(7, new InputFile.Known("AgAC"), null, null), TestContext.Current.CancellationToken);

        _server.Calls.Single().Body.Replace("\r", "", StringComparison.Ordinal).ShouldContain("name=\"photo\"\n\nAgAC\n");
    }

    [Fact]
    public async Task what_is_too_long_is_cut_in_one_message()
    {
        (await Sent(Say(new Message($"<b>{new string('x', 4097)}</b>", [])))).ShouldContain($"\"text\":\"<b>{new string('x', 4095)}…</b>\"");
        (await SentForm(Say(new Message(new string('x', 1025), []) { File = Label }))).ShouldContain($"\n{new string('x', 1023)}…\n");
        (await Sent(new Dispatch("7", Act.Replace, new Message(new string('x', 4097), []), "5", default))).ShouldContain($"\"text\":\"{new string('x', 4095)}…\"");
    }

    [Fact]
    public async Task what_may_cost_is_sent_as_a_paid_broadcast_whatever_it_is_and_nothing_else_is()
    {
        var file = new Attachment("f1", "a.png", "image/png");
        Dispatch[] all = [Say(new Message("x", [])), Say(new Message("x", []) { File = file }), Say(new Message("x", []) { File = Label }), Say(new Message("x", []) { Album = [file, file] }) with { Contents = [default, default] }];
        foreach (var dispatch in all)
        {
            (await Asked(dispatch)).ShouldNotContain("allow_paid_broadcast");
            (await Asked(dispatch with { MayCost = true })).Replace("\r", "", StringComparison.Ordinal)
                .ShouldContain(dispatch.Message is { File: null, Album: null } ? "\"allow_paid_broadcast\":true" : "name=allow_paid_broadcast\n\ntrue\n");
        }

        async Task<string> Asked(Dispatch dispatch)
        {
            var server = new RecordedBotApi(200, dispatch.Message.Album is null ? """{"ok":true,"result":{"message_id":5}}""" : """{"ok":true,"result":[{"message_id":5},{"message_id":6}]}""");
            (await new TelegramChannel(server.Bot()).Deliver(dispatch, TestContext.Current.CancellationToken)).ShouldBeOfType<Delivery.Sent>();
            return server.Calls.ShouldHaveSingleItem().Body;
        }
    }

    [Fact]
    public async Task half_a_character_cannot_break_a_message() =>
        (await Sent(Say(new Message("a\ud83d", [])))).ShouldContain("\"text\":\"a\ufffd\"");

    [Theory]
    [InlineData("seven", Act.Say, null)]
    [InlineData("7", Act.Replace, null)]
    [InlineData("7", Act.Strip, "five")]
    public async Task what_is_no_id_of_telegrams_is_refused_without_a_call(string chat, Act act, string? target)
    {
        var delivery = await new TelegramChannel(_server.Bot()).Deliver(new Dispatch(chat, act, new Message("x", []), target, default), TestContext.Current.CancellationToken);

        delivery.ShouldBeOfType<Delivery.Refused>();
        _server.Calls.ShouldBeEmpty();
    }

    private static readonly Attachment Label = new("f1", "Этикетка \"1\".pdf", "application/pdf");

    private static Dispatch Say(Message message, byte[]? content = null) => new("7", Act.Say, message, null, content);

    [Fact]
    public async Task an_album_goes_out_in_one_call_with_its_caption_on_the_first_and_comes_back_with_all_its_ids()
    {
        using var server = new RecordedBotApi(200, """{"ok":true,"result":[{"message_id":5},{"message_id":6}]}""");

        (await new TelegramChannel(server.Bot()).Deliver(Album("image/png", "image/jpeg"), TestContext.Current.CancellationToken)).ShouldBe(new Delivery.Sent("5,6"));

        var call = server.Calls.ShouldHaveSingleItem();
        call.Method.ShouldBe("sendMediaGroup");
        call.Body.ShouldContain("""[{"type":"photo","media":"attach://file0","caption":"<b>Room</b>","parse_mode":"HTML"},{"type":"photo","media":"attach://file1"}]""");
        call.Body.ShouldContain("""form-data; name="file0"; filename="0.bin""");
        call.Body.ShouldContain("""form-data; name="file1"; filename="1.bin""");
        call.Body.ShouldContain("bytes 1");
        call.Body.ShouldNotContain("reply_markup");
    }

    [Fact]
    public async Task an_album_with_one_file_that_is_no_photo_goes_as_documents_because_telegram_mixes_them_in_none()
    {
        using var server = new RecordedBotApi(200, """{"ok":true,"result":[{"message_id":5},{"message_id":6}]}""");

        await new TelegramChannel(server.Bot()).Deliver(Album("image/png", "application/pdf"), TestContext.Current.CancellationToken);

        server.Calls.ShouldHaveSingleItem().Body.ShouldSatisfyAllConditions(
            body => body.ShouldContain("\"type\":\"document\""),
            body => body.ShouldNotContain("\"type\":\"photo\""));
    }

    [Theory]
    [InlineData(429, "Too Many Requests: retry after 3", typeof(Delivery.Wait))]
    [InlineData(403, "Forbidden: bot was blocked by the user", typeof(Delivery.Unreachable))]
    [InlineData(400, "Bad Request: PHOTO_INVALID_DIMENSIONS", typeof(Delivery.Refused))]
    [InlineData(502, "Bad Gateway", typeof(Delivery.Failed))]
    [InlineData(504, "Gateway Timeout", typeof(Delivery.Unknown))]
    public async Task what_becomes_of_an_album_is_treated_as_of_every_message(int status, string description, Type expected)
    {
        using var server = new RecordedBotApi(status, $$"""{"ok":false,"error_code":{{status}},"description":"{{description}}"}""");
        (await new TelegramChannel(server.Bot()).Deliver(Album("image/png", "image/png"), TestContext.Current.CancellationToken)).ShouldBeOfType(expected);
    }

    private static Dispatch Album(params string[] types) =>
        new("7", Act.Say, new Message("<b>Room</b>", []) { Album = [.. types.Select((type, at) => new Attachment($"f{at}", $"{at}.bin", type))] }, null, default)
        {
            Contents = [.. types.Select((_, at) => new ReadOnlyMemory<byte>(Encoding.UTF8.GetBytes($"bytes {at}")))],
        };

    private async Task<string> Sent(Dispatch dispatch)
    {
        var delivery = await new TelegramChannel(_server.Bot()).Deliver(dispatch, TestContext.Current.CancellationToken);
        delivery.ShouldBe(new Delivery.Sent("5"));
        var call = _server.Calls.Last();
        return call.Method + " " + call.Body;
    }

    private async Task<string> SentForm(Dispatch dispatch)
    {
        var sent = await Sent(dispatch);
        var type = MediaTypeHeaderValue.Parse(_server.Calls.Last().ContentType);
        type.MediaType.ShouldBe("multipart/form-data");
        var boundary = type.Parameters.Single(parameter => parameter.Name is "boundary").Value!.Trim('"');
        return new StringBuilder(sent).Replace(boundary, "#").Replace("\r\n", "\n").Replace(" --#", "\n--#", 0, 60).ToString();
    }
}
